--liquibase formatted sql logicalFilePath:db/changelog/changes/0021-recovery-code.sql
--changeset latchkey:0021-recovery-code
--validCheckSum: 9:926a83a4856584f7c7b3395373088e36
-- The codes that are left: a used one is deleted.
CREATE TABLE IF NOT EXISTS recovery_code (
    user_id   BIGINT     NOT NULL,
    code_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of 120 random bits',
    PRIMARY KEY (user_id, code_hash),
    FOREIGN KEY (user_id) REFERENCES recovery_code_set (user_id) ON DELETE CASCADE
);
--rollback DROP TABLE recovery_code;
