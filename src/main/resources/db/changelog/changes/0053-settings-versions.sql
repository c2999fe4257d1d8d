--liquibase formatted sql logicalFilePath:db/changelog/changes/0053-settings-versions.sql
--changeset latchkey:0053-settings-versions
ALTER TABLE account
    ADD COLUMN IF NOT EXISTS password_rules_version BIGINT NOT NULL DEFAULT 0 COMMENT 'moves with every change of the rules for passwords',
    ADD COLUMN IF NOT EXISTS email_domains_version  BIGINT NOT NULL DEFAULT 0 COMMENT 'moves with every change of the allowed domains';
--rollback ALTER TABLE account DROP COLUMN password_rules_version, DROP COLUMN email_domains_version;
