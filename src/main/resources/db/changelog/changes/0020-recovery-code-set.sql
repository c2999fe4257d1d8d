--liquibase formatted sql
--changeset latchkey:0020-recovery-code-set
-- There from the first set on, even when its last code is used: who has never had one is shown one.
CREATE TABLE recovery_code_set (
    user_id BIGINT      NOT NULL PRIMARY KEY,
    made_at DATETIME(6) NOT NULL,
    FOREIGN KEY (user_id) REFERENCES enrolment (user_id) ON DELETE CASCADE
);
--rollback DROP TABLE recovery_code_set;
