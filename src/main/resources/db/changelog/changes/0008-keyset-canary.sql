--liquibase formatted sql
--changeset latchkey:0008-keyset-canary
CREATE TABLE keyset_canary (
    id         TINYINT        NOT NULL PRIMARY KEY CHECK (id = 1),
    ciphertext VARBINARY(512) NOT NULL COMMENT 'decrypts under the keyset that the secrets are encrypted with'
);
--rollback DROP TABLE keyset_canary;
