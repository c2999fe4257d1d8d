--liquibase formatted sql logicalFilePath:db/changelog/changes/0081-refused-passwords.sql
--changeset latchkey:0081-refused-passwords
-- One row for all: what strangers type for nobody's address has a line each in the audit trail at first, and is summed up after that.
CREATE TABLE IF NOT EXISTS refused_passwords (
    id       TINYINT     NOT NULL PRIMARY KEY CHECK (id = 1),
    since    DATETIME(6) NOT NULL,
    nobodys  BIGINT      NOT NULL COMMENT 'refused since then, for addresses that are no user''s'
);
--rollback DROP TABLE refused_passwords;
