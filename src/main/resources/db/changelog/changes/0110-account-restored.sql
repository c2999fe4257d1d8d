--liquibase formatted sql logicalFilePath:db/changelog/changes/0110-account-restored.sql
--changeset latchkey:0110-account-restored
ALTER TABLE account
    ADD COLUMN IF NOT EXISTS restored_from DATETIME(6) NULL COMMENT 'set by the last statement of a backup, to when it was taken; NULL again after --after-restore';
--rollback ALTER TABLE account DROP COLUMN IF EXISTS restored_from;
