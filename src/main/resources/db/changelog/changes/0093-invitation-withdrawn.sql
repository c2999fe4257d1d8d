--liquibase formatted sql logicalFilePath:db/changelog/changes/0093-invitation-withdrawn.sql
--changeset latchkey:0093-invitation-withdrawn
-- What an address has got goes with its user, and it is invited again as if it had got nothing
CREATE TABLE IF NOT EXISTS invitation_withdrawn (
    id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email_hash BINARY(32)  NOT NULL COMMENT 'SHA-256 of the address, which is not kept',
    sent       INT         NOT NULL COMMENT 'how many invitations it had got within the hour before',
    removed_at DATETIME(6) NOT NULL,
    INDEX invitation_withdrawn_email (email_hash),
    INDEX invitation_withdrawn_age (removed_at)
);
--rollback DROP TABLE invitation_withdrawn;
