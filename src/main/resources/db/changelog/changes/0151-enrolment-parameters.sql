--liquibase formatted sql logicalFilePath:db/changelog/changes/0151-enrolment-parameters.sql
--changeset latchkey:0151-enrolment-parameters
ALTER TABLE enrolment
    ADD COLUMN IF NOT EXISTS digits TINYINT NOT NULL DEFAULT 6 COMMENT 'of a code; our own secrets have the defaults, imported ones keep those of their app'
        AFTER origin,
    ADD COLUMN IF NOT EXISTS period_seconds SMALLINT NOT NULL DEFAULT 30 COMMENT 'length of a time step (RFC 6238, 4.1)' AFTER digits,
    ADD COLUMN IF NOT EXISTS algorithm VARCHAR(8) NOT NULL DEFAULT 'SHA1' AFTER period_seconds;
--rollback ALTER TABLE enrolment DROP COLUMN digits, DROP COLUMN period_seconds, DROP COLUMN algorithm;
