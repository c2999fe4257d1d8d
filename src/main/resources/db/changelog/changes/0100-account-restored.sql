--liquibase formatted sql
--changeset latchkey:0100-account-restored
ALTER TABLE account
    ADD COLUMN IF NOT EXISTS restored_from DATETIME(6) NULL COMMENT 'set by the last statement of a backup, to when it was taken; NULL again after --after-restore';
--rollback ALTER TABLE account DROP COLUMN IF EXISTS restored_from;
