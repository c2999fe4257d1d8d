--liquibase formatted sql logicalFilePath:db/changelog/changes/0134-audit-browser.sql
--changeset latchkey:0134-audit-browser
-- NULL for entries from before, and those of nodes of an earlier version: their seals do not cover it
ALTER TABLE audit_entry
    ADD COLUMN IF NOT EXISTS browser VARCHAR(60) NULL COMMENT 'name and system, from our own lists; empty if it is unknown or there was no request';
--rollback ALTER TABLE audit_entry DROP COLUMN IF EXISTS browser;
