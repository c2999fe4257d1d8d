--liquibase formatted sql
--changeset latchkey:0017-email-domains
ALTER TABLE account
    ADD COLUMN email_domains TEXT NOT NULL DEFAULT '' COMMENT 'that can be invited, separated by blanks; empty for all';
--rollback ALTER TABLE account DROP COLUMN email_domains;
