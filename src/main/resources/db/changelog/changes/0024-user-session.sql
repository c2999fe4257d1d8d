--liquibase formatted sql logicalFilePath:db/changelog/changes/0024-user-session.sql
--changeset latchkey:0024-user-session
--validCheckSum: 9:711587f519ce47058f6edf45c4a517ea
-- Complete sign-ins alone. One of an older epoch than its user's has ended.
CREATE TABLE IF NOT EXISTS user_session (
    id               BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    session_key      CHAR(22)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'random, known to the server''s session alone; not the id in the cookie',
    user_id          BIGINT      NOT NULL,
    session_epoch    BIGINT      NOT NULL,
    browser          VARCHAR(20) NOT NULL COMMENT 'empty where unknown',
    operating_system VARCHAR(20) NOT NULL COMMENT 'empty where unknown',
    address          VARCHAR(45) NOT NULL COMMENT 'of the client, when it was seen last',
    started_at       DATETIME(6) NOT NULL,
    last_seen_at     DATETIME(6) NOT NULL,
    CONSTRAINT user_session_key UNIQUE (session_key),
    INDEX user_session_user (user_id, last_seen_at),
    INDEX user_session_age (last_seen_at),
    FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
--rollback DROP TABLE user_session;
