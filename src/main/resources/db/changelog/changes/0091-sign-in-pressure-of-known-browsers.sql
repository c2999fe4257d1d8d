--liquibase formatted sql logicalFilePath:db/changelog/changes/0091-sign-in-pressure-of-known-browsers.sql
--changeset latchkey:0091-sign-in-pressure-of-known-browsers
--validCheckSum: 9:55a976348b64fc2921dac2dba58e09df
ALTER TABLE sign_in_pressure
    ADD COLUMN IF NOT EXISTS known BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'what counts here was typed in known browsers' AFTER network,
    DROP PRIMARY KEY,
    ADD PRIMARY KEY (network, known);
--rollback DELETE FROM sign_in_pressure WHERE known; ALTER TABLE sign_in_pressure DROP PRIMARY KEY, ADD PRIMARY KEY (network), DROP COLUMN known;
