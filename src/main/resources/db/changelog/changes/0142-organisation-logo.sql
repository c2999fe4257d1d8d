--liquibase formatted sql logicalFilePath:db/changelog/changes/0142-organisation-logo.sql
--changeset latchkey:0142-organisation-logo
CREATE TABLE IF NOT EXISTS organisation_logo (
    id     TINYINT     NOT NULL PRIMARY KEY COMMENT 'always 1',
    hash   VARCHAR(32) NOT NULL COMMENT 'of the picture; part of its address, so that browsers can keep it',
    png    MEDIUMBLOB  NOT NULL COMMENT 'drawn by Latchkey from what was uploaded',
    width  INT         NOT NULL COMMENT 'in pixels',
    height INT         NOT NULL COMMENT 'in pixels'
) CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_ai_ci;
--rollback DROP TABLE organisation_logo;
