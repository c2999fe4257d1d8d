package dev.latchkey.user.password.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.CountedHashes;
import dev.latchkey.support.InvitationLinks;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.PasswordLinks;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.signup.SignUp;
import dev.latchkey.twofactor.signup.SignUpResult;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserService;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLinks;
import dev.latchkey.user.password.OwnPassword;
import dev.latchkey.user.password.reset.PasswordReset;
import dev.latchkey.user.setup.AccountSetUp;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every way to a new hash. That none is calculated inside a transaction is what {@link CountedHashes} sees to, here and in every
 * other test; what happens while one is calculated is a race that the guards after it decide.
 */
@LatchkeyTest
class PasswordHashingTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PASSWORD = LogCanary.mustNotBeLogged("damson-canary-orchard");

    @LocalServerPort
    private int port;

    @Autowired
    private AccountSetUp setUp;

    @Autowired
    private PasswordReset reset;

    @Autowired
    private OwnPassword ownPassword;

    @Autowired
    private SignUp signUp;

    @Autowired
    private OneTimeLinks links;

    @Autowired
    private PasswordLinks passwordLinks;

    @Autowired
    private UserService users;

    @Autowired
    private CountedHashes hashes;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TheAccount account;

    @Autowired
    private InvitationLinks invitationLinks;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void nobody() {
        people.startOver();
        hashes.made();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
        jdbc.update("INSERT IGNORE INTO account (id, company_name) VALUES (1, 'Example Inc')");
        hashes.whileNext(() -> {});
    }

    @Test
    void FIELD_RULE17_the_first_administrator_is_hashed_before_the_transaction() {
        jdbc.update("DELETE FROM account");
        var token = setUpToken();

        assertThat(found(token)).isTrue();

        assertThat(hashes.made()).isOne();
        assertThat(found(token)).as("once").isFalse();
        assertThat(hashes.made()).isZero();
    }

    @Test
    void FIELD_RULE17_so_is_who_is_invited_with_and_without_a_code() {
        var administrator = people.administrator();
        assertThat(signUp.join(invitationBy(administrator), "Nia New", PASSWORD))
                .isInstanceOf(SignUpResult.Done.class);
        assertThat(hashes.made()).isOne();
        var token = invitationBy(administrator);
        account.enforce();

        var proposed = ((SignUpResult.CodeNeeded) signUp.join(token, "Nia New", PASSWORD)).proposed();
        assertThat(hashes.made()).as("nothing is stored yet").isZero();
        var app = new AuthenticatorApp(proposed.secret().base32(), clock);
        assertThat(signUp.joinWithCode(token, "Nia New", PASSWORD, proposed, app.code()))
                .isInstanceOf(SignUpResult.Done.class);
        assertThat(hashes.made()).isOne();
    }

    @Test
    void FIELD_RULE17_so_is_whose_password_is_reset_or_changed() {
        var person = people.member();
        assertThat(reset.choose(passwordLinks.tokenFor(person), PASSWORD)).isTrue();
        assertThat(hashes.made()).isOne();

        var epoch = users.find(person.id()).orElseThrow().sessionEpoch();
        people.does(person, () -> ownPassword.change(person.id(), epoch, "another-fine-one"));
        assertThat(hashes.made()).isOne();
    }

    @Test
    void FIELD_RULE17_so_is_whose_hash_has_become_too_cheap() {
        var person = people.member();
        // The first login of all makes the hash that unknown users are held against
        new Browser(port).logIn("warm-up@example.com", PASSWORD);
        hashes.made();
        var cheap = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 1 << 10, 1).encode(PASSWORD);
        people.setPasswordHash(person, cheap);

        assertThat(Browser.leadsTo(new Browser(port).logIn(person.email(), PASSWORD)))
                .isEqualTo("/");

        assertThat(hashes.made()).isOne();
        assertThat(users.find(person.id()).orElseThrow().passwordHash()).contains("m=19456,t=2,p=1");
    }

    @Test
    void FIELD_RACE_a_password_that_is_chosen_while_the_one_before_is_hashed_anew_stands() {
        var person = people.member();
        new Browser(port).logIn("warm-up@example.com", PASSWORD);
        var cheap = "{argon2id}" + new Argon2PasswordEncoder(16, 32, 1, 1 << 10, 1).encode(PASSWORD);
        people.setPasswordHash(person, cheap);
        // First the password is compared, then its new hash is made
        hashes.whileNext(() -> hashes.whileNext(() -> people.setPasswordHash(person, "chosen meanwhile")));

        new Browser(port).logIn(person.email(), PASSWORD);

        assertThat(users.find(person.id()).orElseThrow().passwordHash()).isEqualTo("chosen meanwhile");
    }

    @Test
    void FIELD_RULE17_whoever_has_no_link_has_nothing_hashed() {
        var wrong = "A".repeat(43);

        assertThat(found(wrong)).isFalse();
        assertThat(reset.choose(wrong, PASSWORD)).isFalse();
        assertThat(signUp.join(wrong, "Nia New", PASSWORD)).isEqualTo(new SignUpResult.Closed());

        assertThat(hashes.made()).isZero();
    }

    @Test
    void FIELD_RACE_a_set_up_that_comes_second_leaves_its_link_as_it_was() {
        var token = setUpToken();
        hashes.whileNext(people::member);

        assertThat(found(token)).isFalse();

        assertThat(links.isLive(LinkPurpose.SET_UP, token)).isTrue();
        assertThat(users.findByEmail(new EmailAddress("ada@example.com"))).isEmpty();
    }

    @Test
    void FIELD_RACE_a_reset_of_somebody_who_is_disabled_meanwhile_leaves_its_link_as_it_was() {
        var person = people.member();
        var token = passwordLinks.tokenFor(person);
        hashes.whileNext(() -> people.setStatus(person, UserStatus.DISABLED));

        assertThat(reset.choose(token, PASSWORD)).isFalse();

        people.setStatus(person, UserStatus.ACTIVE);
        assertThat(reset.choose(token, PASSWORD)).as("once more").isTrue();
    }

    @Test
    void FIELD_RACE_a_sign_up_of_somebody_who_is_no_more_invited_leaves_its_link_as_it_was() {
        var administrator = people.administrator();
        var token = invitationBy(administrator);
        var invited = jdbc.queryForObject("SELECT id FROM users WHERE status = 'INVITED'", Long.class);
        var newcomer = new Person(invited, "");
        hashes.whileNext(() -> people.setStatus(newcomer, UserStatus.DISABLED));

        assertThat(signUp.join(token, "Nia New", PASSWORD)).isEqualTo(new SignUpResult.Closed());

        people.setStatus(newcomer, UserStatus.INVITED);
        assertThat(signUp.join(token, "Nia New", PASSWORD)).as("once more").isInstanceOf(SignUpResult.Done.class);
    }

    @Test
    void FIELD_RACE_a_code_is_needed_where_the_enforcement_came_between() {
        var token = invitationBy(people.administrator());
        hashes.whileNext(() -> account.enforce());

        assertThat(signUp.join(token, "Nia New", PASSWORD)).isInstanceOf(SignUpResult.CodeNeeded.class);

        assertThat(links.isLive(LinkPurpose.INVITATION, token)).isTrue();
    }

    private boolean found(String token) {
        return setUp.found(token, "Example Inc", new EmailAddress("ada@example.com"), "Ada Admin", PASSWORD);
    }

    private String setUpToken() {
        return transaction.execute(status -> links.issue(LinkPurpose.SET_UP, null, AccountSetUp.LINK_LIFE));
    }

    private String invitationBy(Person administrator) {
        var address = new EmailAddress("hashed" + NUMBER.incrementAndGet() + "@example.com");
        return invitationLinks.tokenFor(address, administrator);
    }
}
