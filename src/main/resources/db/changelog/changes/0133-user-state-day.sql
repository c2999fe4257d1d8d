--liquibase formatted sql logicalFilePath:db/changelog/changes/0133-user-state-day.sql
--changeset latchkey:0133-user-state-day
CREATE TABLE IF NOT EXISTS user_state_day (
    day             DATE        NOT NULL PRIMARY KEY COMMENT 'in UTC',
    begun_at        DATETIME(6) NOT NULL COMMENT 'when the latest observation of the day began; one node at a time makes one',
    observed_at     DATETIME(6) NULL COMMENT 'when it was complete; NULL before the first',
    active          INT         NOT NULL DEFAULT 0,
    protected_users INT         NOT NULL DEFAULT 0,
    not_set_up      INT         NOT NULL DEFAULT 0,
    expired         INT         NOT NULL DEFAULT 0
);
--rollback DROP TABLE user_state_day;
