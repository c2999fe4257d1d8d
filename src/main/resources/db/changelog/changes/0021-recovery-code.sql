--liquibase formatted sql
--changeset latchkey:0021-recovery-code
-- The codes that are left: a used one is deleted.
CREATE TABLE recovery_code (
    user_id   BIGINT     NOT NULL,
    code_hash BINARY(32) NOT NULL COMMENT 'SHA-256 of 120 random bits',
    PRIMARY KEY (user_id, code_hash),
    FOREIGN KEY (user_id) REFERENCES recovery_code_set (user_id) ON DELETE CASCADE
);
--rollback DROP TABLE recovery_code;
