package dev.latchkey.operation.start;

import dev.latchkey.account.RestoreMark;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** Refuses to start on a restored backup in which old sessions, codes and links would work again. */
@Component
@DependsOnDatabaseInitialization
class RestoreCheck implements InitializingBean {

    private final RestoreMark mark;

    RestoreCheck(RestoreMark mark) {
        this.mark = mark;
    }

    @Override
    public void afterPropertiesSet() {
        mark.backupTakenAt().ifPresent(time -> {
            throw new UnfitDatabaseException(
                    "This database is the backup of " + time
                            + ", and its restore isn't complete: old codes, sessions and links" + " would work again.",
                    "Run java -jar latchkey.jar --after-restore with the same environment, then start Latchkey again.");
        });
    }
}
