--liquibase formatted sql logicalFilePath:db/changelog/changes/0014-audit-seal.sql
--changeset latchkey:0014-audit-seal
--validCheckSum: 9:390c67226bbb586b5e8f3777fb77bad3
-- A chain: each seal covers the ids that follow those of the one before, and its code covers the code of the one before.
CREATE TABLE IF NOT EXISTS audit_seal (
    id             BIGINT      NOT NULL PRIMARY KEY COMMENT '1, 2, 3, …: of two nodes that seal at once one is refused',
    first_entry_id BIGINT      NOT NULL,
    last_entry_id  BIGINT      NOT NULL,
    entry_count    BIGINT      NOT NULL,
    entries_hash   BINARY(32)  NOT NULL COMMENT 'SHA-256 of the entries',
    sealed_at      DATETIME(6) NOT NULL,
    key_id         INT         NOT NULL COMMENT 'key of the keyset from which the key of the code is derived',
    code           BINARY(32)  NOT NULL COMMENT 'HMAC-SHA-256 of this row and of the code of the one before'
);
--rollback DROP TABLE audit_seal;

--changeset latchkey:0014-audit-seal-no-update
--validCheckSum: 9:7fea2d30f83b4d75289e894bf41ab846
CREATE OR REPLACE TRIGGER audit_seal_no_update BEFORE UPDATE ON audit_seal FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A seal of the audit trail is never changed';
--rollback DROP TRIGGER audit_seal_no_update;

--changeset latchkey:0014-audit-seal-no-delete
--validCheckSum: 9:be4f96a262536c6647b7d076d103cb47
CREATE OR REPLACE TRIGGER audit_seal_no_delete BEFORE DELETE ON audit_seal FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A seal of the audit trail is never removed';
--rollback DROP TRIGGER audit_seal_no_delete;
