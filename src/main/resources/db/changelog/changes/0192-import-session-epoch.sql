--liquibase formatted sql logicalFilePath:db/changelog/changes/0192-import-session-epoch.sql
--changeset latchkey:0192-import-session-epoch
ALTER TABLE import_run
    ADD COLUMN IF NOT EXISTS session_epoch BIGINT NULL COMMENT 'the actor''s when they asked for what is being done';
--rollback ALTER TABLE import_run DROP COLUMN session_epoch;
