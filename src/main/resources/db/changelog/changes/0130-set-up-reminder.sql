--liquibase formatted sql logicalFilePath:db/changelog/changes/0130-set-up-reminder.sql
--changeset latchkey:0130-set-up-reminder
CREATE TABLE IF NOT EXISTS set_up_reminder (
    user_id     BIGINT      NOT NULL PRIMARY KEY,
    reminded_at DATETIME(6) NOT NULL COMMENT 'the last time; another reminder has to wait for a day',
    claim       BIGINT      NOT NULL COMMENT 'random number of the transaction that reminded them last',
    INDEX set_up_reminder_age (reminded_at),
    CONSTRAINT set_up_reminder_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
--rollback DROP TABLE set_up_reminder;
