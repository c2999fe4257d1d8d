--liquibase formatted sql logicalFilePath:db/changelog/changes/0010-audit-actor.sql
--changeset latchkey:0010-audit-actor
--validCheckSum: 9:14a6e16b8229155526beaa73ca69ce65
ALTER TABLE audit_entry
    ADD COLUMN IF NOT EXISTS actor VARCHAR(254) NOT NULL DEFAULT '' COMMENT 'the email address of the actor, which outlives the user'
    AFTER actor_id;
--rollback ALTER TABLE audit_entry DROP COLUMN actor;
