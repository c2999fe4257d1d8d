--liquibase formatted sql logicalFilePath:db/changelog/changes/0105-audit-seal-no-delete.sql
--changeset latchkey:0105-audit-seal-no-delete splitStatements:false
CREATE OR REPLACE TRIGGER audit_seal_no_delete BEFORE DELETE ON audit_seal FOR EACH ROW
    IF SUBSTRING_INDEX(USER(), '@', 1) <> SUBSTRING_INDEX(CURRENT_USER(), '@', 1)
        OR OLD.id < 1 OR OLD.id > COALESCE((SELECT MAX(last_seal_id) FROM audit_pruned), 0)
    THEN
        SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A seal of the audit trail is never removed';
    END IF
--rollback CREATE OR REPLACE TRIGGER audit_seal_no_delete BEFORE DELETE ON audit_seal FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'A seal of the audit trail is never removed'
