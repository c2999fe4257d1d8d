--liquibase formatted sql logicalFilePath:db/changelog/changes/0030-proposed-name.sql
--changeset latchkey:0030-proposed-name
ALTER TABLE users
    ADD COLUMN IF NOT EXISTS proposed_name VARCHAR(100) NOT NULL DEFAULT '' COMMENT 'that came with the invitation, for the user to take or change';
--rollback ALTER TABLE users DROP COLUMN IF EXISTS proposed_name;
