--liquibase formatted sql logicalFilePath:db/changelog/changes/0100-keyset-node.sql
--changeset latchkey:0100-keyset-node
-- A new key may encrypt only once every node has it
CREATE TABLE IF NOT EXISTS keyset_node (
    node           VARCHAR(300) NOT NULL PRIMARY KEY COMMENT 'host and process',
    key_ids        TEXT         NOT NULL COMMENT 'of all keys that it decrypts with, with commas',
    current_key_id INT          NOT NULL COMMENT 'the key that it encrypts with',
    current_since  DATETIME(6)  NOT NULL,
    seen_at        DATETIME(6)  NOT NULL
) CHARACTER SET ascii;
--rollback DROP TABLE keyset_node;
