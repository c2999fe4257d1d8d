--liquibase formatted sql logicalFilePath:db/changelog/changes/0080-sign-in-pressure-networks.sql
--changeset latchkey:0080-sign-in-pressure-networks
-- What a row stands for is told by its length, so that one table counts them all
ALTER TABLE sign_in_pressure
    MODIFY network VARBINARY(8) NOT NULL COMMENT 'an IPv4 address or its /24, or the /64, /56 or /48 of an IPv6 one';
--rollback ALTER TABLE sign_in_pressure MODIFY network VARBINARY(8) NOT NULL COMMENT 'an IPv4 address, or the first 64 bits of an IPv6 one';
