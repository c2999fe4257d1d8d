--liquibase formatted sql logicalFilePath:db/changelog/changes/0051-user-version.sql
--changeset latchkey:0051-user-version
ALTER TABLE users
    ADD COLUMN IF NOT EXISTS version BIGINT NOT NULL DEFAULT 0 COMMENT 'moves with every change of the name or the groups';
--rollback ALTER TABLE users DROP COLUMN version;
