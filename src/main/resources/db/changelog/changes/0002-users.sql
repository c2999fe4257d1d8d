--liquibase formatted sql logicalFilePath:db/changelog/changes/0002-users.sql
--changeset latchkey:0002-users
--validCheckSum: 9:ccca0aa2ff36a00270bac926d54d9511
CREATE TABLE IF NOT EXISTS users (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email           VARCHAR(254) NOT NULL COLLATE utf8mb4_bin COMMENT 'the user name, in lower case',
    name            VARCHAR(100) NOT NULL DEFAULT '',
    password_hash   VARCHAR(255) NULL COMMENT 'NULL until the user has registered',
    status          VARCHAR(16)  NOT NULL,
    session_epoch   BIGINT       NOT NULL DEFAULT 0 COMMENT 'a session begun under an older epoch is refused',
    created_at      DATETIME(6)  NOT NULL,
    last_sign_in_at DATETIME(6)  NULL,
    CONSTRAINT users_email UNIQUE (email),
    INDEX users_name (name)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
--rollback DROP TABLE users;
