--liquibase formatted sql logicalFilePath:db/changelog/changes/0012-sign-in-pressure.sql
--changeset latchkey:0012-sign-in-pressure
--validCheckSum: 9:0d36233d9c868ed32ca1b96af8229dc8
CREATE TABLE IF NOT EXISTS sign_in_pressure (
    network         VARBINARY(8) NOT NULL PRIMARY KEY COMMENT 'an IPv4 address, or the first 64 bits of an IPv6 one',
    level           DOUBLE       NOT NULL COMMENT 'failed attempts, less what has drained away by measured_at',
    measured_at     DATETIME(6)  NOT NULL,
    counted_attempt BIGINT       NOT NULL COMMENT 'random number of the attempt that was counted last',
    INDEX sign_in_pressure_age (measured_at)
);
--rollback DROP TABLE sign_in_pressure;
