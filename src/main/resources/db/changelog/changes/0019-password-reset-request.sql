--liquibase formatted sql logicalFilePath:db/changelog/changes/0019-password-reset-request.sql
--changeset latchkey:0019-password-reset-request
--validCheckSum: 9:bd25d7212a0db4a0fc49ef2143214803
-- Whatever address is typed waits here for a moment, so that asking takes as long for a stranger's as for a user's.
CREATE TABLE IF NOT EXISTS password_reset_request (
    id       BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email    VARCHAR(254) NOT NULL COLLATE utf8mb4_bin,
    address  VARCHAR(45)  NOT NULL COMMENT 'of the client',
    asked_at DATETIME(6)  NOT NULL
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
--rollback DROP TABLE password_reset_request;
