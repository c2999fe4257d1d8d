--liquibase formatted sql logicalFilePath:db/changelog/changes/0104-audit-entry-no-delete.sql
--changeset latchkey:0104-audit-entry-no-delete splitStatements:false
-- Only the owner of the tables, who has made this trigger, removes entries, and only those that --audit-prune has moved to an archive
CREATE OR REPLACE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry FOR EACH ROW
    IF SUBSTRING_INDEX(USER(), '@', 1) <> SUBSTRING_INDEX(CURRENT_USER(), '@', 1)
        OR OLD.id < 1 OR OLD.id > COALESCE((SELECT MAX(last_entry_id) FROM audit_pruned), 0)
    THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'An entry of the audit trail is never removed';
    END IF
--rollback CREATE OR REPLACE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'An entry of the audit trail is never removed'
