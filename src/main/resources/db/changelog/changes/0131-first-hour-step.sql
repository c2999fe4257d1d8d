--liquibase formatted sql logicalFilePath:db/changelog/changes/0131-first-hour-step.sql
--changeset latchkey:0131-first-hour-step
CREATE TABLE IF NOT EXISTS first_hour_step (
    step       VARCHAR(30) NOT NULL PRIMARY KEY COMMENT 'what no other table can tell: a default that was kept, or the checklist that was closed',
    settled_at DATETIME(6) NOT NULL
) CHARACTER SET ascii;
--rollback DROP TABLE first_hour_step;
