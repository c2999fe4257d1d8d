--liquibase formatted sql logicalFilePath:db/changelog/changes/0036-names-direction.sql
--changeset latchkey:0036-user-name-direction
-- Controls of direction (UAX 9), which no name may have any more: they turned what stood around it.
UPDATE users SET name = REGEXP_REPLACE(name, '[\\x{202A}-\\x{202E}\\x{2066}-\\x{206F}]', '')
WHERE name RLIKE '[\\x{202A}-\\x{202E}\\x{2066}-\\x{206F}]';
--rollback SELECT 1;

--changeset latchkey:0036-user-group-name-direction
-- One that would get the name of another keeps its own.
UPDATE IGNORE user_group SET name = REGEXP_REPLACE(name, '[\\x{202A}-\\x{202E}\\x{2066}-\\x{206F}]', '')
WHERE name RLIKE '[\\x{202A}-\\x{202E}\\x{2066}-\\x{206F}]'
  AND REGEXP_REPLACE(name, '[\\x{202A}-\\x{202E}\\x{2066}-\\x{206F}]', '') <> '';
--rollback SELECT 1;

--changeset latchkey:0036-company-name-direction
UPDATE account SET company_name = REGEXP_REPLACE(company_name, '[\\x{202A}-\\x{202E}\\x{2066}-\\x{206F}]', '')
WHERE company_name RLIKE '[\\x{202A}-\\x{202E}\\x{2066}-\\x{206F}]'
  AND REGEXP_REPLACE(company_name, '[\\x{202A}-\\x{202E}\\x{2066}-\\x{206F}]', '') <> '';
--rollback SELECT 1;
