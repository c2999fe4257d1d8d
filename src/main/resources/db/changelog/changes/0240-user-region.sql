--liquibase formatted sql logicalFilePath:db/changelog/changes/0240-user-region.sql
--changeset latchkey:0240-user-region
ALTER TABLE users
    ADD COLUMN IF NOT EXISTS browser_region VARCHAR(3) NOT NULL DEFAULT '' COMMENT 'named with browser_language, empty if none is known',
    ADD COLUMN IF NOT EXISTS time_zone VARCHAR(64) NULL COMMENT 'of the browser that the user last opened a page with, NULL before the first';
--rollback ALTER TABLE users DROP COLUMN IF EXISTS browser_region, DROP COLUMN IF EXISTS time_zone;
