--liquibase formatted sql logicalFilePath:db/changelog/changes/0221-import-run-client.sql
--changeset latchkey:0221-import-run-client
ALTER TABLE import_run
    ADD COLUMN IF NOT EXISTS client_address VARCHAR(45) NOT NULL DEFAULT '' COMMENT 'the IP address that the latest wish came from; empty where unknown',
    ADD COLUMN IF NOT EXISTS client_browser VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'empty where unknown',
    ADD COLUMN IF NOT EXISTS client_system  VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'empty where unknown';
--rollback ALTER TABLE import_run DROP COLUMN IF EXISTS client_address, DROP COLUMN IF EXISTS client_browser, DROP COLUMN IF EXISTS client_system;
