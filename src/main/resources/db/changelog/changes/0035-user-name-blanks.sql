--liquibase formatted sql logicalFilePath:db/changelog/changes/0035-user-name-blanks.sql
--changeset latchkey:0035-user-name-blanks
-- As names are stored from now on, so that a search finds them however many blanks are typed.
UPDATE users SET name = TRIM(REGEXP_REPLACE(name, '[[:space:]]+', ' '))
WHERE name RLIKE '[[:space:]]{2}|^[[:space:]]|[[:space:]]$|[[:cntrl:]]';
--rollback SELECT 1;
