--liquibase formatted sql logicalFilePath:db/changelog/changes/0090-password-guessed.sql
--changeset latchkey:0090-password-guessed
ALTER TABLE users
    ADD COLUMN IF NOT EXISTS password_guessed_told_at DATETIME(6) NULL
        COMMENT 'when the user was last told that strangers guess their password';
--rollback ALTER TABLE users DROP COLUMN password_guessed_told_at;
