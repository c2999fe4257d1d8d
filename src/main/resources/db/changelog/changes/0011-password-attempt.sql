--liquibase formatted sql logicalFilePath:db/changelog/changes/0011-password-attempt.sql
--changeset latchkey:0011-password-attempt
--validCheckSum: 9:a04ae399e0419d824b231b71f400d426
-- By address, not by user: addresses that nobody has are counted alike, so that a wait tells nobody who is a user.
CREATE TABLE IF NOT EXISTS password_attempt (
    email_hash         BINARY(32)  NOT NULL PRIMARY KEY COMMENT 'SHA-256',
    wrong_passwords    INT         NOT NULL COMMENT 'in a row',
    no_password_before DATETIME(6) NULL COMMENT 'no password is looked at until then',
    counted_attempt    BIGINT      NOT NULL COMMENT 'random number of the attempt that was counted last',
    last_attempt_at    DATETIME(6) NOT NULL,
    INDEX password_attempt_age (last_attempt_at)
);
--rollback DROP TABLE password_attempt;
