--liquibase formatted sql logicalFilePath:db/changelog/changes/0003-user-groups.sql
--changeset latchkey:0003-user-group
--validCheckSum: 9:6b47f0df3e482c6ef07a7b84f3256613
CREATE TABLE IF NOT EXISTS user_group (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name        VARCHAR(100) NOT NULL,
    description VARCHAR(500) NOT NULL DEFAULT '',
    built_in    BOOLEAN      NOT NULL DEFAULT FALSE,
    CONSTRAINT user_group_name UNIQUE (name)
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
--rollback DROP TABLE user_group;

--changeset latchkey:0003-user-group-permission
--validCheckSum: 9:85ee397d0e19e899944592fcda478637
CREATE TABLE IF NOT EXISTS user_group_permission (
    user_group BIGINT      NOT NULL,
    permission VARCHAR(32) NOT NULL CHECK (permission IN ('MANAGE_ACCOUNT', 'MANAGE_USERS_AND_GROUPS', 'VIEW_AUDIT_TRAIL')),
    PRIMARY KEY (user_group, permission),
    FOREIGN KEY (user_group) REFERENCES user_group (id) ON DELETE CASCADE
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
--rollback DROP TABLE user_group_permission;

--changeset latchkey:0003-user-group-member
--validCheckSum: 9:ba490d9ae6e5367fefaef154a852166c
CREATE TABLE IF NOT EXISTS user_group_member (
    user_group BIGINT NOT NULL,
    user_id    BIGINT NOT NULL,
    PRIMARY KEY (user_group, user_id),
    INDEX user_group_member_user (user_id),
    FOREIGN KEY (user_group) REFERENCES user_group (id) ON DELETE CASCADE,
    FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
--rollback DROP TABLE user_group_member;

--changeset latchkey:0003-account-administrator
--validCheckSum: 9:fe97cd41f51ea0b653ae87249a8cb030
INSERT INTO user_group (name, description, built_in)
SELECT 'Account Administrator', 'May do everything; always has a member who can sign in', TRUE
WHERE NOT EXISTS (SELECT 1 FROM user_group WHERE built_in);
--rollback DELETE FROM user_group WHERE built_in;

--changeset latchkey:0003-account-administrator-permissions
--validCheckSum: 9:36898bf6e0521adc53ccd805bdcf8947
INSERT INTO user_group_permission (user_group, permission)
SELECT g.id, p.permission
FROM user_group g
JOIN (SELECT 'MANAGE_ACCOUNT' AS permission UNION SELECT 'MANAGE_USERS_AND_GROUPS' UNION SELECT 'VIEW_AUDIT_TRAIL') p
WHERE g.built_in
  AND NOT EXISTS (SELECT 1 FROM user_group_permission had WHERE had.user_group = g.id AND had.permission = p.permission);
--rollback DELETE FROM user_group_permission;
