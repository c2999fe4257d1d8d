--liquibase formatted sql logicalFilePath:db/changelog/changes/0017-email-domains.sql
--changeset latchkey:0017-email-domains
--validCheckSum: 9:1e7db42790e5f5102f3ecfb0c48f9262
ALTER TABLE account
    ADD COLUMN IF NOT EXISTS email_domains TEXT NOT NULL DEFAULT '' COMMENT 'that can be invited, separated by blanks; empty for all';
--rollback ALTER TABLE account DROP COLUMN email_domains;
