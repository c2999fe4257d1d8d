--liquibase formatted sql logicalFilePath:db/changelog/changes/0018-password-reset.sql
--changeset latchkey:0018-password-reset
--validCheckSum: 9:a1175157561a1af6b978dfdce9de0652
ALTER TABLE users
    ADD COLUMN IF NOT EXISTS password_reset_at         DATETIME(6) NULL COMMENT 'when a password was last chosen through a mailed link',
    ADD COLUMN IF NOT EXISTS password_reset_held_until DATETIME(6) NULL COMMENT 'until then such a link takes an administrator''s word',
    ADD COLUMN IF NOT EXISTS password_reset_asked_at   DATETIME(6) NULL COMMENT 'since when somebody waits for that word';
--rollback ALTER TABLE users DROP COLUMN password_reset_at, DROP COLUMN password_reset_held_until, DROP COLUMN password_reset_asked_at;
