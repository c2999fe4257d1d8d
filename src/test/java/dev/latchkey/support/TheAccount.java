package dev.latchkey.support;

import dev.latchkey.account.AccountService;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.enforcement.Enforcement;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.JdbcTemplate;

/** The account, as tests need it; whoever changes it takes {@link People#startOver()} afterwards, or takes the change back. */
public final class TheAccount {

    private final Enforcement enforcement;
    private final AccountService accounts;
    private final People people;
    private final Clock clock;
    private final JdbcTemplate jdbc;

    TheAccount(Enforcement enforcement, AccountService accounts, People people, Clock clock, JdbcTemplate jdbc) {
        this.enforcement = enforcement;
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Lets an administrator turn enforcement on, with all that comes of it; what has waited for its mail still waits. */
    public void enforceBy(Person administrator) {
        people.does(administrator, () -> enforcement.enforce(administrator.id(), accounts.current()));
    }

    /** Lets an administrator turn enforcement off. */
    public void liftBy(Person administrator) {
        people.does(
                administrator,
                () -> enforcement.lift(administrator.id(), accounts.current().enforcementVersion()));
    }

    /** Lets an administrator choose how secrets reach their users. */
    public void deliverBy(Person administrator, SecretDelivery delivery) {
        people.does(administrator, () -> enforcement.deliverSecrets(administrator.id(), delivery));
    }

    /** Enforced from now on, and nobody has been told. */
    public void enforce() {
        jdbc.update("UPDATE account SET enforced_since = ?", Timestamp.from(clock.instant()));
    }

    /** Not enforced any more, and nobody has been told. */
    public void lift() {
        jdbc.update("UPDATE account SET enforced_since = NULL");
    }

    /** Secrets reach their users by that way, and nobody has been told. */
    public void deliver(SecretDelivery delivery) {
        jdbc.update("UPDATE account SET secret_delivery = ?", delivery.name());
    }

    /** Gives the company another name. */
    public void rename(String companyName) {
        jdbc.update("UPDATE account SET company_name = ?", companyName);
    }
}
