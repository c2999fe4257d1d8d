--liquibase formatted sql logicalFilePath:db/changelog/changes/0005-audit-entry.sql
--changeset latchkey:0005-audit-entry
--validCheckSum: 9:a88dbfd81f30ba5e71071bace4d9b34e
-- No foreign keys: an entry outlives the people it speaks of.
CREATE TABLE IF NOT EXISTS audit_entry (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    occurred_at DATETIME(6)  NOT NULL,
    action      VARCHAR(48)  NOT NULL,
    actor_id    BIGINT       NULL COMMENT 'NULL for the system and for strangers',
    subject_id  BIGINT       NULL,
    subject     VARCHAR(254) NOT NULL DEFAULT '' COMMENT 'whom or what it concerns, in words',
    detail      VARCHAR(500) NOT NULL DEFAULT '',
    address     VARCHAR(45)  NOT NULL DEFAULT '' COMMENT 'of the client',
    INDEX audit_entry_time (occurred_at, id),
    INDEX audit_entry_subject (subject_id)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
--rollback DROP TABLE audit_entry;
