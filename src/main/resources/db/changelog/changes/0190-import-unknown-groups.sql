--liquibase formatted sql logicalFilePath:db/changelog/changes/0190-import-unknown-groups.sql
--changeset latchkey:0190-import-unknown-groups
ALTER TABLE import_row
    ADD COLUMN IF NOT EXISTS unknown_groups VARCHAR(1000) NOT NULL DEFAULT ''
        COMMENT 'names of groups that do not exist here, for the reader';
--rollback ALTER TABLE import_row DROP COLUMN unknown_groups;
