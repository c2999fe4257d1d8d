--liquibase formatted sql logicalFilePath:db/changelog/changes/0007-one-time-link.sql
--changeset latchkey:0007-one-time-link
--validCheckSum: 9:9a41493e076b8cb77d56778a619f10b6
CREATE TABLE IF NOT EXISTS one_time_link (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    purpose    VARCHAR(16) NOT NULL,
    token_hash BINARY(32)  NOT NULL COMMENT 'SHA-256 of a 256-bit random token',
    user_id    BIGINT      NULL,
    created_at DATETIME(6) NOT NULL,
    expires_at DATETIME(6) NOT NULL,
    CONSTRAINT one_time_link_token UNIQUE (token_hash),
    INDEX one_time_link_user (user_id, purpose),
    FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
--rollback DROP TABLE one_time_link;
