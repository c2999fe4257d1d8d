--liquibase formatted sql
--changeset latchkey:0010-audit-actor
ALTER TABLE audit_entry
    ADD COLUMN actor VARCHAR(254) NOT NULL DEFAULT '' COMMENT 'the email address of the actor, which outlives the user'
    AFTER actor_id;
--rollback ALTER TABLE audit_entry DROP COLUMN actor;
