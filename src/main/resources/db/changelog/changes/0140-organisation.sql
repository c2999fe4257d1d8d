--liquibase formatted sql logicalFilePath:db/changelog/changes/0140-organisation.sql
--changeset latchkey:0140-organisation
ALTER TABLE account
    ADD COLUMN IF NOT EXISTS help_contact         VARCHAR(200) NOT NULL DEFAULT '' COMMENT 'whom users ask for help; empty for an administrator',
    ADD COLUMN IF NOT EXISTS organisation_version BIGINT       NOT NULL DEFAULT 0 COMMENT 'moves with every change of the company name and the contact';
--rollback ALTER TABLE account DROP COLUMN IF EXISTS help_contact, DROP COLUMN IF EXISTS organisation_version;
