--liquibase formatted sql logicalFilePath:db/changelog/changes/0009-outbox-bulk.sql
--changeset latchkey:0009-outbox-bulk
--validCheckSum: 9:bfa8dfa02571a7ab20ecb69421858b9e
ALTER TABLE outbox_message
    ADD COLUMN IF NOT EXISTS bulk BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'one of many; waits for those that somebody sits and waits for'
    AFTER reference;
--rollback ALTER TABLE outbox_message DROP COLUMN bulk;

--changeset latchkey:0009-outbox-due
CREATE OR REPLACE INDEX outbox_message_due ON outbox_message (status, bulk, next_attempt_at);
--rollback CREATE OR REPLACE INDEX outbox_message_due ON outbox_message (status, next_attempt_at);

--changeset latchkey:0009-outbox-run
--validCheckSum: 9:3fbcb54b200f7c683e1208bdc8a89a90
CREATE INDEX IF NOT EXISTS outbox_message_run ON outbox_message (kind, reference, status);
--rollback DROP INDEX outbox_message_run ON outbox_message;
