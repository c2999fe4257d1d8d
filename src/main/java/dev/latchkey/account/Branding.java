package dev.latchkey.account;

import dev.latchkey.common.CachedReading;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The organisation's name for pages that everybody can load, without a query for each: on other nodes, a change is visible after
 * some seconds. While the database does not answer, the last known name stays.
 */
@Component
public class Branding {

    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AccountRepository accounts;
    private volatile CachedReading<Optional<String>> reading;
    private volatile @Nullable String known;

    Branding(AccountRepository accounts) {
        this.accounts = accounts;
        this.reading = newReading();
    }

    /** The organisation's name; empty before set-up. */
    public Optional<String> name() {
        reading.latest().ifPresent(name -> known = name.orElse(null));
        return Optional.ofNullable(known);
    }

    @TransactionalEventListener
    void refresh(OrganisationChanged event) {
        reading = newReading();
    }

    private CachedReading<Optional<String>> newReading() {
        return new CachedReading<>(accounts::companyName, LIFE, PATIENCE);
    }
}
