package dev.latchkey.twofactor.keyset;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** Refuses to start with a keyset that cannot decrypt this database. */
@Component
@DependsOnDatabaseInitialization
class KeysetCheck implements InitializingBean {

    private final CurrentKey currentKey;

    KeysetCheck(CurrentKey currentKey) {
        this.currentKey = currentKey;
    }

    @Override
    public void afterPropertiesSet() {
        currentKey.follow();
    }
}
