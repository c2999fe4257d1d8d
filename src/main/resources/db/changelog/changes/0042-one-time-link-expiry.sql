--liquibase formatted sql logicalFilePath:db/changelog/changes/0042-one-time-link-expiry.sql
--changeset latchkey:0042-one-time-link-expiry
CREATE INDEX IF NOT EXISTS one_time_link_expiry ON one_time_link (expires_at);
--rollback DROP INDEX one_time_link_expiry ON one_time_link;
