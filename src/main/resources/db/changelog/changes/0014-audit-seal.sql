--liquibase formatted sql
--changeset latchkey:0014-audit-seal
-- A chain: each seal covers the ids that follow those of the one before, and its code covers the code of the one before.
CREATE TABLE audit_seal (
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
CREATE TRIGGER audit_seal_no_update BEFORE UPDATE ON audit_seal FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A seal of the audit trail is never changed';
--rollback DROP TRIGGER audit_seal_no_update;

--changeset latchkey:0014-audit-seal-no-delete
CREATE TRIGGER audit_seal_no_delete BEFORE DELETE ON audit_seal FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A seal of the audit trail is never removed';
--rollback DROP TRIGGER audit_seal_no_delete;
