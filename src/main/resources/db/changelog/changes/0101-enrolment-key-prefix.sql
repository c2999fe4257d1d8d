--liquibase formatted sql logicalFilePath:db/changelog/changes/0101-enrolment-key-prefix.sql
--changeset latchkey:0101-enrolment-key-prefix
-- Stored, for an index over a virtual column is another matter where rows are removed by a cascade
ALTER TABLE enrolment
    ADD COLUMN IF NOT EXISTS key_prefix VARBINARY(5) AS (LEFT(secret_ciphertext, 5)) STORED COMMENT 'names the key of the ciphertext';
--rollback ALTER TABLE enrolment DROP COLUMN key_prefix;
