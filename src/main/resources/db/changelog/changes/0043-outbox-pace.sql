--liquibase formatted sql logicalFilePath:db/changelog/changes/0043-outbox-pace.sql
--changeset latchkey:0043-outbox-pace
-- A row to lock, so that several who cause mails to somebody at once are counted one after the other.
CREATE TABLE IF NOT EXISTS outbox_pace (
    recipient_id BIGINT      NOT NULL,
    kind         VARCHAR(40) NOT NULL,
    last_at      DATETIME(6) NOT NULL,
    PRIMARY KEY (recipient_id, kind),
    INDEX outbox_pace_last (last_at)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
--rollback DROP TABLE outbox_pace;

--changeset latchkey:0043-outbox-more
ALTER TABLE outbox_message
    ADD COLUMN IF NOT EXISTS more INT NOT NULL DEFAULT 0 COMMENT 'how many others of the kind it stands for' AFTER reference;
--rollback ALTER TABLE outbox_message DROP COLUMN more;
