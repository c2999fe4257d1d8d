--liquibase formatted sql logicalFilePath:db/changelog/changes/0150-users-password-hash-index.sql
--changeset latchkey:0150-users-password-hash-index
-- Whether any hash is imported is asked at every wrong password. The kind of a hash is in its first ten characters.
CREATE INDEX IF NOT EXISTS users_password_hash ON users (password_hash(10));
--rollback DROP INDEX users_password_hash ON users;
