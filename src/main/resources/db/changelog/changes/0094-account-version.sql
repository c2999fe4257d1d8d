--liquibase formatted sql logicalFilePath:db/changelog/changes/0094-account-version.sql
--changeset latchkey:0094-account-version
ALTER TABLE account
    ADD COLUMN IF NOT EXISTS version BIGINT NOT NULL DEFAULT 0 COMMENT 'moves with every change of the account but its enforcement, which has a version of its own';
--rollback ALTER TABLE account DROP COLUMN version;
