--liquibase formatted sql logicalFilePath:db/changelog/changes/0222-import-row-app.sql
--changeset latchkey:0222-import-row-app
ALTER TABLE import_row
    ADD COLUMN IF NOT EXISTS app BOOLEAN NOT NULL DEFAULT FALSE
        COMMENT 'whether an authenticator app comes along; its secret is in the payload';
--rollback ALTER TABLE import_row DROP COLUMN app;
