--liquibase formatted sql logicalFilePath:db/changelog/changes/0141-outbox-occasion.sql
--changeset latchkey:0141-outbox-occasion
ALTER TABLE outbox_message
    ADD COLUMN IF NOT EXISTS happened_at    DATETIME(6) NULL COMMENT 'when what the message is about happened; NULL in older rows, for which created_at counts' AFTER created_at,
    ADD COLUMN IF NOT EXISTS client_address VARCHAR(45) NOT NULL DEFAULT '' COMMENT 'the IP address that it came from; empty where it was no request' AFTER happened_at,
    ADD COLUMN IF NOT EXISTS client_browser VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'empty where unknown' AFTER client_address,
    ADD COLUMN IF NOT EXISTS client_system  VARCHAR(20) NOT NULL DEFAULT '' COMMENT 'empty where unknown' AFTER client_browser;
--rollback ALTER TABLE outbox_message DROP COLUMN IF EXISTS happened_at, DROP COLUMN IF EXISTS client_address, DROP COLUMN IF EXISTS client_browser, DROP COLUMN IF EXISTS client_system;
