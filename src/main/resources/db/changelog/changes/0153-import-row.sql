--liquibase formatted sql logicalFilePath:db/changelog/changes/0153-import-row.sql
--changeset latchkey:0153-import-row
CREATE TABLE IF NOT EXISTS import_row (
    run_id   BIGINT         NOT NULL,
    position INT            NOT NULL COMMENT 'in the file, from 0',
    line     INT            NOT NULL COMMENT 'in the file, from 1',
    email    VARCHAR(254)   NOT NULL COLLATE utf8mb4_bin COMMENT 'or what was in its place',
    name     VARCHAR(100)   NOT NULL,
    `groups` VARCHAR(1000)  NOT NULL COMMENT 'names, for the reader',
    fate     VARCHAR(16)    NOT NULL COMMENT 'what is done with it',
    remarks  VARCHAR(500)   NOT NULL,
    status   VARCHAR(16)    NOT NULL,
    payload  VARBINARY(4096) NULL COMMENT 'AEAD: groups, password hash and secret; gone as soon as they are imported',
    user_id  BIGINT         NULL COMMENT 'who was made or changed',
    secret_version  BIGINT  NULL COMMENT 'of the secret that an existing user was given',
    personal_switch BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'theirs before that',
    PRIMARY KEY (run_id, position),
    INDEX import_row_status (run_id, status, position),
    FOREIGN KEY (run_id) REFERENCES import_run (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
--rollback DROP TABLE import_row;
