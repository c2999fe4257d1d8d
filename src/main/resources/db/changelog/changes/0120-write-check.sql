--liquibase formatted sql logicalFilePath:db/changelog/changes/0120-write-check.sql
--changeset latchkey:0120-write-check
CREATE TABLE IF NOT EXISTS write_check (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY
) COMMENT 'always empty: each node inserts into it to see whether it can, and rolls back';
--rollback DROP TABLE write_check;
