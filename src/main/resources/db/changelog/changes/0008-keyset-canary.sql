--liquibase formatted sql logicalFilePath:db/changelog/changes/0008-keyset-canary.sql
--changeset latchkey:0008-keyset-canary
--validCheckSum: 9:59e578266c866f4430a78258e81414a9
CREATE TABLE IF NOT EXISTS keyset_canary (
    id         TINYINT        NOT NULL PRIMARY KEY CHECK (id = 1),
    ciphertext VARBINARY(512) NOT NULL COMMENT 'decrypts under the keyset that the secrets are encrypted with'
);
--rollback DROP TABLE keyset_canary;
