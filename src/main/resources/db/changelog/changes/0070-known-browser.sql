--liquibase formatted sql logicalFilePath:db/changelog/changes/0070-known-browser.sql
--changeset latchkey:0070-known-browser
-- Browsers in which a user has completed a login. They count wrong passwords apart from strangers, and are no factor.
CREATE TABLE IF NOT EXISTS known_browser (
    id               BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    user_id          BIGINT      NOT NULL,
    token_hash       BINARY(32)  NOT NULL COMMENT 'SHA-256 of the 128 random bits in the browser''s cookie',
    browser          VARCHAR(20) NOT NULL COMMENT 'empty where unknown',
    operating_system VARCHAR(20) NOT NULL COMMENT 'empty where unknown',
    address          VARCHAR(45) NOT NULL COMMENT 'of the client, at the last complete login',
    known_since      DATETIME(6) NOT NULL,
    last_login_at    DATETIME(6) NOT NULL,
    expires_at       DATETIME(6) NOT NULL,
    wrong_passwords  INT         NOT NULL DEFAULT 0 COMMENT 'in a row, in this browser',
    CONSTRAINT known_browser_token UNIQUE (token_hash, user_id),
    INDEX known_browser_user (user_id),
    INDEX known_browser_age (expires_at),
    FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
--rollback DROP TABLE known_browser;
