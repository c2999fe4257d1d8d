--liquibase formatted sql logicalFilePath:db/changelog/changes/0004-enrolment.sql
--changeset latchkey:0004-enrolment
--validCheckSum: 9:de401198ac98e3c3e099ad2d1bfbad32
--validCheckSum: 9:f81a3a015e81214a6ac346bf3686e9b1
-- The row outlives its secret, so that a version is never used twice.
CREATE TABLE IF NOT EXISTS enrolment (
    user_id           BIGINT         NOT NULL PRIMARY KEY,
    personal_switch   BOOLEAN        NOT NULL DEFAULT FALSE,
    version           BIGINT         NOT NULL DEFAULT 0 COMMENT 'moves with every change of the secret',
    secret_ciphertext VARBINARY(512) NULL COMMENT 'AEAD; the user id is its associated data',
    origin            VARCHAR(16)    NULL,
    issued_at         DATETIME(6)    NULL,
    expires_at        DATETIME(6)    NULL COMMENT 'of a pending secret',
    proven_at         DATETIME(6)    NULL,
    last_step         BIGINT         NOT NULL DEFAULT -1 COMMENT 'time step of the last code spent (RFC 6238, 5.2)',
    wrong_codes       INT            NOT NULL DEFAULT 0 COMMENT 'in a row; outlives the secret, so that a new one buys no new guesses',
    no_code_before    DATETIME(6)    NULL COMMENT 'no code is looked at until then',
    FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
);
--rollback DROP TABLE enrolment;
