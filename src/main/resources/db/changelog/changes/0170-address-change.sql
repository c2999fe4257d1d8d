--liquibase formatted sql logicalFilePath:db/changelog/changes/0170-address-change.sql
--changeset latchkey:0170-address-change
CREATE TABLE IF NOT EXISTS address_change (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    user_id      BIGINT       NOT NULL,
    actor_id     BIGINT       NOT NULL COMMENT 'who asked for it: the user themselves or an administrator',
    old_email    VARCHAR(254) NOT NULL COLLATE utf8mb4_bin,
    new_email    VARCHAR(254) NOT NULL COLLATE utf8mb4_bin,
    requested_at DATETIME(6)  NOT NULL,
    changed_at   DATETIME(6)  NULL COMMENT 'NULL until the link sent to the new address is used',
    INDEX address_change_user (user_id),
    INDEX address_change_old (old_email),
    CONSTRAINT address_change_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
--rollback DROP TABLE address_change;
