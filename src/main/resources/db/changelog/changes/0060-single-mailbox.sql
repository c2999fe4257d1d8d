--liquibase formatted sql logicalFilePath:db/changelog/changes/0060-single-mailbox.sql
--changeset latchkey:0060-single-mailbox
-- One mailbox gives one factor: the other half of what 0018 began.
ALTER TABLE users
    ADD COLUMN IF NOT EXISTS password_reset_allowed_until DATETIME(6) NULL COMMENT 'an administrator has allowed one password by mail until then; the next one uses that up',
    ADD COLUMN IF NOT EXISTS mailed_secret_held_until     DATETIME(6) NULL COMMENT 'a password was chosen by mail: until then a mailed secret takes an administrator',
    ADD COLUMN IF NOT EXISTS mailed_secret_asked_at       DATETIME(6) NULL COMMENT 'since when somebody with the password waits for that administrator';
--rollback ALTER TABLE users DROP COLUMN password_reset_allowed_until, DROP COLUMN mailed_secret_held_until, DROP COLUMN mailed_secret_asked_at;
