--liquibase formatted sql logicalFilePath:db/changelog/changes/0154-import-membership.sql
--changeset latchkey:0154-import-membership
CREATE TABLE IF NOT EXISTS import_membership (
    run_id     BIGINT NOT NULL,
    user_id    BIGINT NOT NULL,
    user_group BIGINT NOT NULL,
    PRIMARY KEY (run_id, user_id, user_group),
    FOREIGN KEY (run_id) REFERENCES import_run (id) ON DELETE CASCADE
) COMMENT 'the groups into which an import has put users who were there before';
--rollback DROP TABLE import_membership;
