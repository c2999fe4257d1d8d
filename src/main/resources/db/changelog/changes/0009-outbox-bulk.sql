--liquibase formatted sql
--changeset latchkey:0009-outbox-bulk
ALTER TABLE outbox_message
    ADD COLUMN bulk BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'one of many; waits for those that somebody sits and waits for'
    AFTER reference;
--rollback ALTER TABLE outbox_message DROP COLUMN bulk;

--changeset latchkey:0009-outbox-due
CREATE OR REPLACE INDEX outbox_message_due ON outbox_message (status, bulk, next_attempt_at);
--rollback CREATE OR REPLACE INDEX outbox_message_due ON outbox_message (status, next_attempt_at);

--changeset latchkey:0009-outbox-run
CREATE INDEX outbox_message_run ON outbox_message (kind, reference, status);
--rollback DROP INDEX outbox_message_run ON outbox_message;
