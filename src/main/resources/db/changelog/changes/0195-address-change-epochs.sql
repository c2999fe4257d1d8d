--liquibase formatted sql logicalFilePath:db/changelog/changes/0195-address-change-epochs.sql
--changeset latchkey:0195-address-change-epochs
-- NULL for requests from before, and those of nodes of an earlier version: their links are void
ALTER TABLE address_change
    ADD COLUMN IF NOT EXISTS user_epoch BIGINT NULL COMMENT 'session_epoch of the user at the request; the link is void once it is another',
    ADD COLUMN IF NOT EXISTS actor_epoch BIGINT NULL COMMENT 'the same of who asked';
--rollback ALTER TABLE address_change DROP COLUMN IF EXISTS user_epoch, DROP COLUMN IF EXISTS actor_epoch;
