--liquibase formatted sql
--changeset latchkey:0016-password-rules
ALTER TABLE account
    ADD COLUMN password_minimum_length   TINYINT NOT NULL DEFAULT 8 COMMENT 'in code points',
    ADD COLUMN password_upper_case       BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN password_lower_case       BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN password_digit            BOOLEAN NOT NULL DEFAULT FALSE,
    ADD COLUMN password_special_character BOOLEAN NOT NULL DEFAULT FALSE;
--rollback ALTER TABLE account DROP COLUMN password_minimum_length, DROP COLUMN password_upper_case, DROP COLUMN password_lower_case, DROP COLUMN password_digit, DROP COLUMN password_special_character;
