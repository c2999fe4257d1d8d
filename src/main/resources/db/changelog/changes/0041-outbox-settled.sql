--liquibase formatted sql logicalFilePath:db/changelog/changes/0041-outbox-settled.sql
--changeset latchkey:0041-outbox-settled
CREATE INDEX IF NOT EXISTS outbox_message_settled ON outbox_message (status, created_at);
--rollback DROP INDEX outbox_message_settled ON outbox_message;
