--liquibase formatted sql logicalFilePath:db/changelog/changes/0160-enforcement-plan.sql
--changeset latchkey:0160-enforcement-begun
ALTER TABLE account
    ADD COLUMN IF NOT EXISTS enforcement_begun BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'false while what is to be done at a planned start is still to be done; enforced_since alone says whether a code is needed';
--rollback ALTER TABLE account DROP COLUMN IF EXISTS enforcement_begun;

--changeset latchkey:0160-enforcement-offset
ALTER TABLE account
    ADD COLUMN IF NOT EXISTS enforcement_offset INT NOT NULL DEFAULT 0 COMMENT 'seconds ahead of UTC: the clock by which a start was planned';
--rollback ALTER TABLE account DROP COLUMN IF EXISTS enforcement_offset;
