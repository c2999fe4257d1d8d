--liquibase formatted sql logicalFilePath:db/changelog/changes/0006-outbox-message.sql
--changeset latchkey:0006-outbox-message
--validCheckSum: 9:245b7227a1b8fbe3d0eef3d209ef897c
-- Holds who and what, never the text: a message is rendered when it is sent.
CREATE TABLE IF NOT EXISTS outbox_message (
    id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind            VARCHAR(40)  NOT NULL,
    recipient_id    BIGINT       NOT NULL,
    reference       BIGINT       NOT NULL DEFAULT 0 COMMENT 'what the message is about, in the words of its kind: a version, an id',
    status          VARCHAR(12)  NOT NULL DEFAULT 'WAITING',
    created_at      DATETIME(6)  NOT NULL,
    attempts        INT          NOT NULL DEFAULT 0,
    next_attempt_at DATETIME(6)  NOT NULL,
    lease_until     DATETIME(6)  NULL,
    sent_at         DATETIME(6)  NULL,
    failure         VARCHAR(500) NOT NULL DEFAULT '' COMMENT 'what the mail server said',
    INDEX outbox_message_due (status, next_attempt_at),
    INDEX outbox_message_recipient (recipient_id, kind)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
--rollback DROP TABLE outbox_message;
