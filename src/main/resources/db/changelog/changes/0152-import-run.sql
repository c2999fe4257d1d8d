--liquibase formatted sql logicalFilePath:db/changelog/changes/0152-import-run.sql
--changeset latchkey:0152-import-run
CREATE TABLE IF NOT EXISTS import_run (
    id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    actor_id       BIGINT      NOT NULL COMMENT 'whose it is, and in whose name it is done',
    status         VARCHAR(16) NOT NULL,
    created_at     DATETIME(6) NOT NULL,
    invitations_at DATETIME(6) NULL COMMENT 'when the invitations leave; until then it can be undone',
    expires_at     DATETIME(6) NOT NULL COMMENT 'when it is deleted with all of its rows',
    INDEX import_run_actor (actor_id),
    INDEX import_run_status (status),
    INDEX import_run_expiry (expires_at),
    FOREIGN KEY (actor_id) REFERENCES users (id) ON DELETE CASCADE
) COMMENT 'imports of users, from the dry run to the result';
--rollback DROP TABLE import_run;
