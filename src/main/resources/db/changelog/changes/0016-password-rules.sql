--liquibase formatted sql logicalFilePath:db/changelog/changes/0016-password-rules.sql
--changeset latchkey:0016-password-rules
--validCheckSum: 9:04914945e3ff13eced94883c4f9654d9
ALTER TABLE account
    ADD COLUMN IF NOT EXISTS password_minimum_length   TINYINT NOT NULL DEFAULT 8 COMMENT 'in code points',
    ADD COLUMN IF NOT EXISTS password_upper_case       BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN IF NOT EXISTS password_lower_case       BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN IF NOT EXISTS password_digit            BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN IF NOT EXISTS password_special_character BOOLEAN NOT NULL DEFAULT FALSE;
--rollback ALTER TABLE account DROP COLUMN password_minimum_length, DROP COLUMN password_upper_case, DROP COLUMN password_lower_case, DROP COLUMN password_digit, DROP COLUMN password_special_character;
