package dev.latchkey.account.branding;

import dev.latchkey.account.AccountService;
import dev.latchkey.account.OrganisationChanged;
import dev.latchkey.common.CachedReading;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The organisation's name and logo for pages that everybody can load, without a query for each: on other nodes, a change is visible
 * after some seconds. While the database does not answer, what was known last stays.
 */
@Component
@NamedInterface("api")
public class Branding {

    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final AccountService accounts;
    private final LogoRepository logos;
    private volatile CachedReading<Seen> reading;
    private volatile Seen known = new Seen(null, null);

    Branding(AccountService accounts, LogoRepository logos) {
        this.accounts = accounts;
        this.logos = logos;
        this.reading = newReading();
    }

    /** The organisation's name; empty before set-up. */
    public Optional<String> name() {
        return Optional.ofNullable(seen().name);
    }

    /** The name as it was known last, without a look at the database: for pages about what went wrong. */
    public Optional<String> lastKnownName() {
        return Optional.ofNullable(known.name);
    }

    /** The organisation's logo, if it has one. */
    public Optional<Logo> logo() {
        return Optional.ofNullable(seen().logo);
    }

    @TransactionalEventListener
    void refresh(OrganisationChanged event) {
        reading = newReading();
    }

    private Seen seen() {
        reading.latest().ifPresent(latest -> known = latest);
        return known;
    }

    private CachedReading<Seen> newReading() {
        return new CachedReading<>(this::read, LIFE, PATIENCE);
    }

    /** The picture itself only if it is another one. */
    private Seen read() {
        var before = known.logo;
        var logo = logos.hash()
                .flatMap(hash -> before != null && hash.equals(before.hash())
                        ? Optional.of(before)
                        : logos.find().map(LogoRepository.StoredLogo::logo));
        return new Seen(accounts.companyName().orElse(null), logo.orElse(null));
    }

    private record Seen(@Nullable String name, @Nullable Logo logo) {}
}
