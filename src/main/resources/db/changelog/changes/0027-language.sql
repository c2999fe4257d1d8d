--liquibase formatted sql logicalFilePath:db/changelog/changes/0027-language.sql
--changeset latchkey:0027-language
--validCheckSum: 9:58ce41bb98b525a611834afd40bfe0a8
ALTER TABLE users
    ADD COLUMN IF NOT EXISTS language VARCHAR(16) NULL COMMENT 'chosen by the user, NULL where the browser is to say it'
        CHECK (language IN ('ENGLISH', 'GERMAN')),
    ADD COLUMN IF NOT EXISTS browser_language VARCHAR(16) NULL COMMENT 'asked for at the last sign-in, NULL before the first'
        CHECK (browser_language IN ('ENGLISH', 'GERMAN'));
--rollback ALTER TABLE users DROP COLUMN language, DROP COLUMN browser_language;

--changeset latchkey:0027-built-in-description
UPDATE user_group SET description = ''
WHERE built_in AND description = 'May do everything; always has a member who can sign in';
--rollback UPDATE user_group SET description = 'May do everything; always has a member who can sign in' WHERE built_in AND description = '';
