--liquibase formatted sql logicalFilePath:db/changelog/changes/0020-recovery-code-set.sql
--changeset latchkey:0020-recovery-code-set
--validCheckSum: 9:a73f7440b1d5d35f406a654be1de1fd3
-- There from the first set on, even when its last code is used: who has never had one is shown one.
CREATE TABLE IF NOT EXISTS recovery_code_set (
    user_id BIGINT      NOT NULL PRIMARY KEY,
    made_at DATETIME(6) NOT NULL,
    FOREIGN KEY (user_id) REFERENCES enrolment (user_id) ON DELETE CASCADE
);
--rollback DROP TABLE recovery_code_set;
