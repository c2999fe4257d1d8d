--liquibase formatted sql logicalFilePath:db/changelog/changes/0180-bulk-order.sql
--changeset latchkey:0180-bulk-order
CREATE TABLE IF NOT EXISTS bulk_order (
    id            BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    token         CHAR(36)    NOT NULL COMMENT 'of the question that was confirmed: confirming it twice orders once',
    actor_id      BIGINT      NOT NULL,
    session_epoch BIGINT      NOT NULL COMMENT 'of the actor at that time; with another one the order is void',
    action        VARCHAR(32) NOT NULL,
    user_group    BIGINT      NULL COMMENT 'whom to add to or to remove from',
    delivery      VARCHAR(16) NULL COMMENT 'how secrets reach users, as the actor saw it',
    created_at    DATETIME(6) NOT NULL,
    finished_at   DATETIME(6) NULL,
    closed_at     DATETIME(6) NULL COMMENT 'when the actor had seen the result',
    claimed_until DATETIME(6) NULL COMMENT 'until then a node works on it',
    CONSTRAINT bulk_order_token UNIQUE (token),
    INDEX bulk_order_actor (actor_id, id),
    INDEX bulk_order_finished (finished_at),
    FOREIGN KEY (actor_id) REFERENCES users (id) ON DELETE CASCADE
);
--rollback DROP TABLE bulk_order;
