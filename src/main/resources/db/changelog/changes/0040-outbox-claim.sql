--liquibase formatted sql logicalFilePath:db/changelog/changes/0040-outbox-claim.sql
--changeset latchkey:0040-outbox-claim
ALTER TABLE outbox_message
    ADD COLUMN IF NOT EXISTS claim   BIGINT      NULL COMMENT 'who sends it; drawn at random for each batch' AFTER lease_until,
    ADD COLUMN IF NOT EXISTS problem VARCHAR(16) NULL COMMENT 'why it has not left; null where nothing has gone wrong' AFTER sent_at;
--rollback ALTER TABLE outbox_message DROP COLUMN claim, DROP COLUMN problem;

--changeset latchkey:0040-outbox-problem
-- In the place of a class name there was once, which no reader can do anything with
UPDATE outbox_message SET problem = 'NOT_COMPOSED', failure = '' WHERE failure REGEXP '^[A-Za-z]+(Exception|Error)$';
UPDATE outbox_message SET problem = 'REFUSED' WHERE failure <> '';
--rollback SELECT 1;
