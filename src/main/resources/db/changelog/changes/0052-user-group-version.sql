--liquibase formatted sql logicalFilePath:db/changelog/changes/0052-user-group-version.sql
--changeset latchkey:0052-user-group-version
ALTER TABLE user_group
    ADD COLUMN IF NOT EXISTS version BIGINT NOT NULL DEFAULT 0 COMMENT 'moves with every change of the name, description or permissions';
--rollback ALTER TABLE user_group DROP COLUMN version;
