--liquibase formatted sql logicalFilePath:db/changelog/changes/0103-audit-pruned.sql
--changeset latchkey:0103-audit-pruned
CREATE TABLE IF NOT EXISTS audit_pruned (
    id            BIGINT      NOT NULL PRIMARY KEY COMMENT '1, 2, 3, …; the newest counts',
    last_seal_id  BIGINT      NOT NULL COMMENT 'the last seal that is in an archive, with all before it',
    last_entry_id BIGINT      NOT NULL,
    last_code     BINARY(32)  NOT NULL COMMENT 'of that seal, which the next one covers',
    pruned_at     DATETIME(6) NOT NULL,
    key_id        INT         NOT NULL,
    code          BINARY(32)  NOT NULL COMMENT 'HMAC-SHA-256 of this row'
);
--rollback DROP TABLE audit_pruned;
