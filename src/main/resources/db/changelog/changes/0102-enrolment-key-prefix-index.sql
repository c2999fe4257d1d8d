--liquibase formatted sql logicalFilePath:db/changelog/changes/0102-enrolment-key-prefix-index.sql
--changeset latchkey:0102-enrolment-key-prefix-index
CREATE INDEX IF NOT EXISTS enrolment_key_prefix ON enrolment (key_prefix);
--rollback DROP INDEX enrolment_key_prefix ON enrolment;
