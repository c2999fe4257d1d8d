--liquibase formatted sql logicalFilePath:db/changelog/changes/0196-audit-entry-actor.sql
--changeset latchkey:0196-audit-entry-actor
-- A user's page shows what they did last
CREATE INDEX IF NOT EXISTS audit_entry_actor ON audit_entry (actor_id);
--rollback DROP INDEX audit_entry_actor ON audit_entry;
