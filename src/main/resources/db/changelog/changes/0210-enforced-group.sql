--liquibase formatted sql logicalFilePath:db/changelog/changes/0210-enforced-group.sql
--changeset latchkey:0210-enforced-group
CREATE TABLE IF NOT EXISTS enforced_group (
    user_group         BIGINT      NOT NULL PRIMARY KEY,
    enforced_since     DATETIME(6) NOT NULL COMMENT 'from when on its members need a code, perhaps later than now',
    enforcement_offset INT         NOT NULL DEFAULT 0 COMMENT 'seconds ahead of UTC: the clock by which a start was planned',
    enforcement_begun  BOOLEAN     NOT NULL COMMENT 'false while what is to be done at a planned start is still to be done; enforced_since alone says whether a code is needed',
    FOREIGN KEY (user_group) REFERENCES user_group (id) ON DELETE CASCADE
);
--rollback DROP TABLE enforced_group;
