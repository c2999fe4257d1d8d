--liquibase formatted sql logicalFilePath:db/changelog/changes/0132-user-state.sql
--changeset latchkey:0132-user-state
-- A row for each period in which nothing about a user changed. No foreign key: it is there for users who are gone, too
CREATE TABLE IF NOT EXISTS user_state (
    user_id     BIGINT       NOT NULL,
    from_day    DATE         NOT NULL COMMENT 'the first day (UTC) at whose end it was so',
    to_day      DATE         NULL COMMENT 'the last one; NULL while it is so',
    email       VARCHAR(254) NOT NULL COLLATE utf8mb4_bin,
    name        VARCHAR(100) NOT NULL,
    user_groups TEXT         NOT NULL COMMENT 'the names, with commas',
    status      VARCHAR(20)  NOT NULL,
    factor      VARCHAR(20)  NOT NULL COMMENT 'the state of two-factor authentication',
    PRIMARY KEY (user_id, from_day),
    INDEX user_state_to (to_day)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
--rollback DROP TABLE user_state;
