--liquibase formatted sql logicalFilePath:db/changelog/changes/0013-audit-append-only.sql
--changeset latchkey:0013-audit-recorded-at
--validCheckSum: 9:21be3a7bc125cb54aea5be32daeb19c5
ALTER TABLE audit_entry
    ADD COLUMN IF NOT EXISTS recorded_at DATETIME(6) NOT NULL DEFAULT UTC_TIMESTAMP(6) COMMENT 'by the clock of the database, for the seals';
--rollback ALTER TABLE audit_entry DROP COLUMN recorded_at;

--changeset latchkey:0013-audit-entry-action
--validCheckSum: 9:48f82a274cc9e08a44816a6e062c37e0
CREATE INDEX IF NOT EXISTS audit_entry_action ON audit_entry (action, occurred_at);
--rollback DROP INDEX audit_entry_action ON audit_entry;

--changeset latchkey:0013-audit-entry-no-update
--validCheckSum: 9:7a9957ef24b12271680819a73a723f79
CREATE OR REPLACE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'An entry of the audit trail is never changed';
--rollback DROP TRIGGER audit_entry_no_update;

--changeset latchkey:0013-audit-entry-no-delete
--validCheckSum: 9:86e15a3c2f99d7e9ecd77eb81a0cd92c
CREATE OR REPLACE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'An entry of the audit trail is never removed';
--rollback DROP TRIGGER audit_entry_no_delete;
