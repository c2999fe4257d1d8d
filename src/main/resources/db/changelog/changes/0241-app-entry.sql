--liquibase formatted sql logicalFilePath:db/changelog/changes/0241-app-entry.sql
--changeset latchkey:0241-app-entry
-- Kept apart from the secret: a row of another version than the enrolment's is left over and says nothing
CREATE TABLE IF NOT EXISTS app_entry (
    user_id      BIGINT       NOT NULL PRIMARY KEY,
    version      BIGINT       NOT NULL COMMENT 'of the enrolment with the secret',
    issuer       VARCHAR(255) NOT NULL COMMENT 'as the app shows it; empty if the app shows none',
    account_name VARCHAR(320) NOT NULL,
    FOREIGN KEY (user_id) REFERENCES enrolment (user_id) ON DELETE CASCADE
);
--rollback DROP TABLE app_entry;
