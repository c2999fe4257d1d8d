--liquibase formatted sql logicalFilePath:db/changelog/changes/0181-bulk-item.sql
--changeset latchkey:0181-bulk-item
CREATE TABLE IF NOT EXISTS bulk_item (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    bulk_order BIGINT       NOT NULL,
    user_id    BIGINT       NOT NULL COMMENT 'no reference: the result is kept when the user is removed meanwhile',
    email      VARCHAR(254) NOT NULL,
    result     VARCHAR(16)  NOT NULL DEFAULT 'WAITING',
    reason     VARCHAR(100) NULL COMMENT 'key of the message that says why it was refused',
    detail     VARCHAR(254) NULL COMMENT 'argument of that message',
    CONSTRAINT bulk_item_user UNIQUE (bulk_order, user_id),
    INDEX bulk_item_result (bulk_order, result, id),
    FOREIGN KEY (bulk_order) REFERENCES bulk_order (id) ON DELETE CASCADE
);
--rollback DROP TABLE bulk_item;
