--liquibase formatted sql logicalFilePath:db/changelog/changes/0061-audit-recorded-at.sql
--changeset latchkey:0061-audit-entry-recorded-at
--validCheckSum: 9:e873bba6c7fb9aeff89d1f4a9d173526
-- Whoever may insert does not say when. By SYSDATE, for a session can set what NOW and UTC_TIMESTAMP tell; the difference of the two
-- is nothing anywhere else. What is said to have happened much earlier happened now; a node whose clock is slow stays right by that.
CREATE OR REPLACE TRIGGER audit_entry_recorded_at BEFORE INSERT ON audit_entry FOR EACH ROW
    SET NEW.recorded_at = UTC_TIMESTAMP(6) + INTERVAL TIMESTAMPDIFF(MICROSECOND, NOW(6), SYSDATE(6)) MICROSECOND,
        NEW.occurred_at = IF(NEW.occurred_at < NEW.recorded_at - INTERVAL 5 MINUTE, NEW.recorded_at, NEW.occurred_at);
--rollback DROP TRIGGER audit_entry_recorded_at;
