--liquibase formatted sql logicalFilePath:db/changelog/changes/0092-password-reset-holder.sql
--changeset latchkey:0092-password-reset-holder
-- More than one may reset a second factor before a new password is asked for, and none of them has a say in that
CREATE TABLE IF NOT EXISTS password_reset_holder (
    user_id  BIGINT NOT NULL COMMENT 'whose new passwords by mail are held',
    actor_id BIGINT NOT NULL COMMENT 'who has reset their second factor meanwhile',
    PRIMARY KEY (user_id, actor_id),
    CONSTRAINT password_reset_holder_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
--rollback DROP TABLE password_reset_holder;
--changeset latchkey:0092-password-reset-holder-so-far
INSERT IGNORE INTO password_reset_holder (user_id, actor_id)
SELECT id, password_reset_held_by FROM users WHERE password_reset_held_by IS NOT NULL;
--rollback SELECT 1;
--changeset latchkey:0092-password-reset-held-by-gone
ALTER TABLE users DROP COLUMN IF EXISTS password_reset_held_by;
--rollback ALTER TABLE users ADD COLUMN password_reset_held_by BIGINT NULL;
