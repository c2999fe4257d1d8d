package dev.latchkey.user.address.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Refusals;
import dev.latchkey.support.SignInLimits;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.twofactor.directory.MemberDirectory;
import dev.latchkey.twofactor.directory.MemberFilter;
import dev.latchkey.twofactor.directory.MemberOrder;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.address.VisibleText;
import dev.latchkey.user.administration.UserAdministration;
import dev.latchkey.user.invitation.Invitations;
import dev.latchkey.user.invitation.Registration;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLinks;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** Users who were there before addresses had one form: nothing of theirs is lost, and nobody gets into another's account. */
@LatchkeyTest
class AddressMigrationTest {

    private static final String OTHER_PASSWORD = LogCanary.mustNotBeLogged("quince-canary-harbour");

    @LocalServerPort
    private int port;

    @Autowired
    private AddressMigration migration;

    @Autowired
    private UserAdministration administration;

    @Autowired
    private Invitations invitations;

    @Autowired
    private MemberDirectory members;

    @Autowired
    private OneTimeLinks links;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private PasswordEncoder passwordEncoder;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private SignInLimits limits;

    @Autowired
    private AuditLines trail;

    @Autowired
    private JdbcTemplate jdbc;

    private Person administrator;

    @BeforeEach
    void anAdministrator() {
        people.startOver();
        administrator = people.administrator();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @ParameterizedTest
    @CsvSource({
        "\ufeffold@example.com, old@example.com",
        "old@example.com\u00a0, old@example.com",
        "o\u200bld@exam\u00adple.com, old@example.com",
        "old@bücher.example, old@xn--bcher-kva.example",
        "old@škoda.example, old@xn--koda-f6a.example"
    })
    void FIELD_P4_a_stored_address_gets_the_one_form_and_its_user_can_log_in_again(String stored, String form) {
        var old = stored(stored);
        assertThat(logsIn(form, People.PASSWORD)).isFalse();

        migration.migrate();
        migration.migrate();

        assertThat(emailOf(old)).isEqualTo(form);
        assertThat(problemOf(old)).isNull();
        assertThat(logsIn(form, People.PASSWORD)).isTrue();
        assertThat(logsIn(stored, People.PASSWORD)).isTrue();
        assertThat(trail.on(old))
                .extracting(AuditLines.Line::inShort)
                .filteredOn(line -> line.startsWith("ADDRESS_REWRITTEN"))
                .containsExactly("ADDRESS_REWRITTEN " + form + " " + VisibleText.of(stored));
    }

    @Test
    void FIELD_A18_where_two_would_become_one_both_stay_and_nobody_gets_into_the_others_account() {
        var holder = stored("twin@example.com");
        var other = stored("\u200btwin@example.com");
        people.setPasswordHash(other, passwordEncoder.encode(OTHER_PASSWORD));

        migration.migrate();

        assertThat(emailOf(holder)).isEqualTo("twin@example.com");
        assertThat(emailOf(other)).isEqualTo("\u200btwin@example.com");
        assertThat(problemOf(holder)).isEqualTo("HAS_TWIN");
        assertThat(problemOf(other)).isEqualTo("SAME_AS_ANOTHER");
        assertThat(logsIn("twin@example.com", People.PASSWORD)).isTrue();
        for (var typed : List.of("twin@example.com", "\u200btwin@example.com")) {
            assertThat(logsIn(typed, OTHER_PASSWORD)).isFalse();
        }
        assertThat(problemsSeen()).containsValues(AddressProblem.HAS_TWIN, AddressProblem.SAME_AS_ANOTHER);

        people.does(administrator, () -> administration.remove(administrator.id(), other.id(), UserStatus.ACTIVE));
        migration.migrate();
        assertThat(problemOf(holder)).isNull();
    }

    @Test
    void FIELD_A18_where_nobody_has_the_form_yet_nobody_gets_it_before_the_others_are_gone() {
        var one = stored("\ufefftwin@example.com");
        var other = stored("twin@example.com\u00a0");
        people.setPasswordHash(other, passwordEncoder.encode(OTHER_PASSWORD));

        migration.migrate();
        migration.migrate();

        assertThat(emailOf(one)).isEqualTo("\ufefftwin@example.com");
        assertThat(emailOf(other)).isEqualTo("twin@example.com\u00a0");
        assertThat(List.of(problemOf(one), problemOf(other))).containsOnly("SAME_AS_ANOTHER");
        assertThat(logsIn("twin@example.com", People.PASSWORD)).isFalse();
        assertThat(logsIn("twin@example.com", OTHER_PASSWORD)).isFalse();

        people.does(administrator, () -> administration.remove(administrator.id(), one.id(), UserStatus.ACTIVE));
        migration.migrate();
        assertThat(emailOf(other)).isEqualTo("twin@example.com");
        assertThat(problemOf(other)).isNull();
        assertThat(logsIn("twin@example.com", OTHER_PASSWORD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"old@[127.0.0.1]", "g:a@evil;", "käthe@example.com", "\"a b\"@example.com"})
    void FIELD_A18_an_address_that_is_none_stays_as_it_was_is_marked_and_nobodys(String stored) {
        var old = stored(stored);

        migration.migrate();

        assertThat(emailOf(old)).isEqualTo(stored);
        assertThat(problemOf(old)).isEqualTo("NOT_USABLE");
        assertThat(logsIn(stored, People.PASSWORD)).isFalse();
    }

    @Test
    void FIELD_T2_whoever_signed_up_through_mail_to_another_domain_is_not_let_in_by_the_right_one() {
        var stranger = stored("info@škoda.example");
        hasGotMail(stranger);
        var epoch = epochOf(stranger);

        migration.migrate();
        jdbc.update("DELETE FROM outbox_message WHERE recipient_id = ?", stranger.id());
        migration.migrate();

        assertThat(emailOf(stranger)).isEqualTo("info@škoda.example");
        assertThat(problemOf(stranger)).isEqualTo("MISDIRECTED");
        assertThat(epochOf(stranger)).isEqualTo(epoch + 1);
        assertThat(logsIn("info@škoda.example", People.PASSWORD)).isFalse();
        assertThat(logsIn("info@xn--koda-f6a.example", People.PASSWORD)).isFalse();
    }

    @Test
    void FIELD_T2_an_invitation_that_went_to_another_domain_is_void_and_can_be_sent_again() {
        var invited = stored("info@škoda.example");
        people.makeInvited(invited);
        hasGotMail(invited);
        var token = transaction.execute(
                status -> links.issue(LinkPurpose.INVITATION, invited.id(), Registration.INVITATION_LIFE));

        migration.migrate();
        migration.migrate();

        assertThat(emailOf(invited)).isEqualTo("info@xn--koda-f6a.example");
        assertThat(problemOf(invited)).isEqualTo("MISDIRECTED");
        assertThat(links.isLive(LinkPurpose.INVITATION, token)).isFalse();
        people.does(administrator, () -> invitations.sendAgain(administrator.id(), invited.id()));
        migration.migrate();
        assertThat(problemOf(invited)).isNull();
        outbox.run();
        new Mailbox("info@xn--koda-f6a.example").await(1, "You're invited");
    }

    @Test
    void FIELD_A18_those_who_manage_users_are_told_once_and_see_which() {
        stored("twin@example.com");
        stored("\u200btwin@example.com");
        stored("old@[127.0.0.1]");
        var auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);

        migration.migrate();
        migration.migrate();
        outbox.run();

        var mail = new Mailbox(administrator.email()).await(1, "a problem with their email address");
        assertThat(mail.text())
                .contains("\\u200Btwin@example.com can't log in because another user has the same address")
                .contains("twin@example.com can log in, but another user has the same address")
                .contains("old@[127.0.0.1] can't log in because this address can't receive email");
        assertThat(outbox.recipientsOf("ADDRESS_PROBLEMS")).containsExactly(administrator.id());
        assertThat(auditor.id()).isNotEqualTo(administrator.id());
    }

    @Test
    void FIELD_A18_nodes_that_start_at_once_do_it_once() throws Exception {
        var old = stored("\ufeffold@example.com");
        var one = stored("\u200btwin@example.com");
        stored("twin@example.com");

        Parallel.times(8, () -> {
            migration.migrate();
            return true;
        });

        assertThat(emailOf(old)).isEqualTo("old@example.com");
        assertThat(emailOf(one)).isEqualTo("\u200btwin@example.com");
        assertThat(Stream.of(old, one).flatMap(each -> trail.actionsOn(each, "ADDRESS_").stream()))
                .hasSize(2);
    }

    @Test
    void FIELD_A18_an_administrator_whose_address_is_nobodys_is_nobody_to_rely_on() {
        var second = people.administrator();
        people.setEmail(second, "root@[127.0.0.1]");
        migration.migrate();

        Refusals.assertRefused(
                () -> people.does(administrator, () -> administration.disable(administrator.id(), administrator.id())),
                "access.refused.last-administrator");
    }

    @Test
    void FIELD_T2_users_are_found_by_the_domain_as_people_write_it() {
        var old = stored("info@xn--koda-f6a.example");

        for (var search :
                List.of("škoda.example", "INFO@ŠKODA.EXAMPLE", "info@xn--koda", "\ufeffinfo@škoda.example ")) {
            assertThat(people.as(
                            administrator,
                            () -> members.page(new MemberFilter(search, null, null), MemberOrder.NAME, false, 0, 50)))
                    .extracting(Member::id)
                    .containsExactly(old.id());
        }
    }

    private Person stored(String email) {
        var person = people.member();
        people.setEmail(person, email);
        return new Person(person.id(), email);
    }

    private void hasGotMail(Person person) {
        var now = Timestamp.from(clock.instant());
        jdbc.update(
                "INSERT INTO outbox_message (kind, recipient_id, status, created_at, next_attempt_at, sent_at)"
                        + " VALUES ('INVITATION', ?, 'SENT', ?, ?, ?)",
                person.id(),
                now,
                now,
                now);
    }

    private boolean logsIn(String typed, String password) {
        limits.forgetPasswords();
        return new Browser(port)
                .logIn(typed, password)
                .headers()
                .firstValue("Location")
                .filter(location -> !location.contains("error"))
                .isPresent();
    }

    private String emailOf(Person person) {
        return jdbc.queryForObject("SELECT email FROM users WHERE id = ?", String.class, person.id());
    }

    private String problemOf(Person person) {
        return jdbc.queryForObject("SELECT address_problem FROM users WHERE id = ?", String.class, person.id());
    }

    private long epochOf(Person person) {
        return people.epochOf(person);
    }

    private Map<Long, AddressProblem> problemsSeen() {
        return people.as(administrator, () -> members.page(MemberFilter.ALL, MemberOrder.NAME, false, 0, 50)).stream()
                .filter(member -> member.addressProblem() != null)
                .collect(Collectors.toMap(Member::id, Member::addressProblem));
    }
}
