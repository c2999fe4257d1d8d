--liquibase formatted sql logicalFilePath:db/changelog/changes/0050-password-reset-held-by.sql
--changeset latchkey:0050-password-reset-held-by
-- No foreign key: who has reset a second factor does not become nobody by being removed.
ALTER TABLE users
    ADD COLUMN IF NOT EXISTS password_reset_held_by BIGINT NULL COMMENT 'whose reset of the second factor began the hold; they do not end it';
--rollback ALTER TABLE users DROP COLUMN password_reset_held_by;
