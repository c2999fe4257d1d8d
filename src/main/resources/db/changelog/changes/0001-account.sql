--liquibase formatted sql logicalFilePath:db/changelog/changes/0001-account.sql
--changeset latchkey:0001-account
--validCheckSum: 9:baee8aa6b8032bafe333862015543782
-- One row: an installation serves one organisation.
CREATE TABLE IF NOT EXISTS account (
    id                  TINYINT      NOT NULL PRIMARY KEY CHECK (id = 1),
    company_name        VARCHAR(64)  NOT NULL,
    enforced_since      DATETIME(6)  NULL COMMENT 'NULL while two-factor authentication is each user''s own choice',
    enforcement_version BIGINT       NOT NULL DEFAULT 0 COMMENT 'moves with every flip of the enforcement',
    secret_delivery     VARCHAR(16)  NOT NULL DEFAULT 'BY_EMAIL'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
--rollback DROP TABLE account;
