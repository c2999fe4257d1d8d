--liquibase formatted sql logicalFilePath:db/changelog/changes/0095-wrong-codes.sql
--changeset latchkey:0095-enrolment-wrong-codes
-- For the first databases alone, which had a table of their own for this; the others were made with both columns.
ALTER TABLE enrolment
    ADD COLUMN IF NOT EXISTS wrong_codes INT NOT NULL DEFAULT 0 COMMENT 'in a row; outlives the secret, so that a new one buys no new guesses'
        AFTER last_step,
    ADD COLUMN IF NOT EXISTS no_code_before DATETIME(6) NULL COMMENT 'no code is looked at until then' AFTER wrong_codes;
--rollback SELECT 1;

--changeset latchkey:0095-wrong-codes-so-far
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:1 SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'code_attempts'
UPDATE enrolment e JOIN code_attempts c ON c.user_id = e.user_id
SET e.wrong_codes = c.failures, e.no_code_before = c.not_before;
--rollback SELECT 1;

--changeset latchkey:0095-code-attempts-gone
DROP TABLE IF EXISTS code_attempts;
--rollback SELECT 1;
