--liquibase formatted sql
--changeset latchkey:0013-audit-recorded-at
ALTER TABLE audit_entry
    ADD COLUMN recorded_at DATETIME(6) NOT NULL DEFAULT UTC_TIMESTAMP(6) COMMENT 'by the clock of the database, for the seals';
--rollback ALTER TABLE audit_entry DROP COLUMN recorded_at;

--changeset latchkey:0013-audit-entry-action
CREATE INDEX audit_entry_action ON audit_entry (action, occurred_at);
--rollback DROP INDEX audit_entry_action ON audit_entry;

--changeset latchkey:0013-audit-entry-no-update
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'An entry of the audit trail is never changed';
--rollback DROP TRIGGER audit_entry_no_update;

--changeset latchkey:0013-audit-entry-no-delete
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'An entry of the audit trail is never removed';
--rollback DROP TRIGGER audit_entry_no_delete;
