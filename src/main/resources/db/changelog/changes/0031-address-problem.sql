--liquibase formatted sql logicalFilePath:db/changelog/changes/0031-address-problem.sql
--changeset latchkey:0031-address-problem
ALTER TABLE users
    ADD COLUMN IF NOT EXISTS address_problem VARCHAR(16) NULL COMMENT 'why the address could not be brought into its one form; NULL where it is'
        CHECK (address_problem IN ('SAME_AS_ANOTHER', 'HAS_TWIN', 'NOT_USABLE', 'MISDIRECTED'));
--rollback ALTER TABLE users DROP COLUMN IF EXISTS address_problem;
