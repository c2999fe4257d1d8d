package dev.latchkey.twofactor.enforcement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountService;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.common.RefusedException;
import dev.latchkey.mail.DeliveryStatus;
import dev.latchkey.mail.delivery.DeliveryProblem;
import dev.latchkey.mail.delivery.DeliveryProgress;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.DatabaseOwner;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MoodySmtp;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Refusals;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.enrolment.SwitchOffResult;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.reset.TwoFactorReset;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@LatchkeyTest
class EnforcementTest {

    @Autowired
    private Enforcement enforcement;

    @Autowired
    private EnforcementMails mails;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private TwoFactorReset reset;

    @Autowired
    private EnrolmentRepository enrolments;

    @Autowired
    private AccountService accounts;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private JavaMailSenderImpl mailSender;

    @Autowired
    private Environment environment;

    @Autowired
    private TheAccount account;

    @Autowired
    private AuditLines trail;

    @Autowired
    private TransactionTemplate transaction;

    private Person administrator;

    @BeforeEach
    void onlyAnAdministrator() {
        people.startOver();
        administrator = people.administrator();
        clock.toNextStep();
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void each_action_stands_in_the_audit_trail_with_who_did_it_and_what_came_of_it() {
        people.enrol(administrator);
        people.member();
        people.member();
        assertThat(people.as(administrator, () -> enforcement.mayEnforce(administrator.id())))
                .isTrue();
        account.deliverBy(administrator, SecretDelivery.ON_SCREEN);
        account.enforceBy(administrator);
        account.liftBy(administrator);

        assertThat(trail.by(administrator))
                .filteredOn(line -> line.action().matches("ENFORCEMENT.*|SECRET_DELIVERY.*"))
                .extracting(AuditLines.Line::withoutSubject)
                .containsExactly(
                        "SECRET_DELIVERY_CHANGED ON_SCREEN", "ENFORCEMENT_TURNED_ON 2", "ENFORCEMENT_TURNED_OFF");
    }

    @Test
    void the_forecast_counts_what_then_happens() {
        people.enrol(administrator);
        people.enrol(people.member());
        people.member();
        people.member();
        disable(people.member());

        assertThat(people.as(administrator, enforcement::forecast)).isEqualTo(new EnforcementForecast(2, 2, 4));
        account.enforceBy(administrator);
        outbox.run();
        assertThat(progress()).isEqualTo(new DeliveryProgress(2, 0, 0));
    }

    @Test
    void everybody_without_a_proven_secret_gets_one_mail_that_works_and_nobody_else_gets_any() {
        people.enrol(administrator);
        var protectedOne = people.member();
        people.enrol(protectedOne);
        var plain = people.member();
        account.enforceBy(administrator);
        outbox.run();

        var mail = new Mailbox(plain.email()).await(1, "set up two-factor authentication");
        assertThat(new Mailbox(plain.email()).mails()).hasSize(1);
        assertThat(new Mailbox(protectedOne.email()).mails())
                .noneMatch(any -> any.subject().contains("set up"));
        var app = Mailbox.scan(mail, clock);
        assertThat(enrolments.find(plain.id()).personalSwitch()).isFalse();
        assertThat(twoFactor.verifyAtSignIn(plain.id(), app.code())).isEqualTo(new CodeResult.Accepted());
        assertThat(enrolments.find(plain.id()).personalSwitch()).isTrue();
        new Mailbox(plain.email()).await(1, "two-factor authentication is on");
    }

    @Test
    void a_mail_that_is_sent_twice_carries_the_same_secret() {
        people.enrol(administrator);
        var plain = people.member();
        account.enforceBy(administrator);
        outbox.run();
        // As after a crash between sending and noting that it was sent
        outbox.putOff(plain.id(), clock.instant());
        outbox.run();
        var mailbox = new Mailbox(plain.email());
        mailbox.await(2, "set up");

        assertThat(mailbox.mails().stream().map(Mailbox::keyOf).distinct()).hasSize(1);
    }

    @Test
    void each_secret_that_enforcement_mails_has_one_entry_however_often_it_is_sent() {
        people.enrol(administrator);
        var plain = people.member();
        account.enforceBy(administrator);
        assertThat(trail.count("SECRET_EMAILED", plain)).as("before it leaves").isZero();
        outbox.run();
        outbox.putOff(plain.id(), clock.instant());
        outbox.run();

        assertThat(trail.detailsOf("SECRET_EMAILED", plain)).containsExactly("SECRET_ENFORCED");
        assertThat(trail.on(plain))
                .filteredOn(line -> line.action().equals("SECRET_EMAILED"))
                .allSatisfy(line -> {
                    assertThat(line.actorId()).isNull();
                    assertThat(line.subject()).isEqualTo(plain.email());
                });
        assertThat(trail.count("SECRET_EMAILED", administrator)).isZero();
    }

    @Test
    void of_two_administrators_at_once_one_wins_and_the_other_is_told() throws Exception {
        people.enrol(administrator);
        people.member();
        var seen = seen();
        var outcomes = Parallel.times(32, () -> {
            try {
                people.does(administrator, () -> enforcement.enforce(administrator.id(), seen));
                return "won";
            } catch (RefusedException e) {
                return e.messageKey();
            }
        });

        assertThat(outcomes).filteredOn("won"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("enforcement.refused.flipped"::equals).hasSize(31);
        outbox.run();
        assertThat(progress()).isEqualTo(new DeliveryProgress(1, 0, 0));
    }

    @Test
    void lifting_destroys_what_nobody_has_used_withdraws_what_has_not_left_and_keeps_the_rest() {
        people.enrol(administrator);
        var waiting = people.member();
        var used = people.member();
        account.enforceBy(administrator);
        outbox.run();
        var app = Mailbox.scan(new Mailbox(used.email()).await(1, "set up"), clock);
        twoFactor.verifyAtSignIn(used.id(), app.code());
        outbox.putOff(waiting.id(), clock.instant().plus(Duration.ofHours(1)));
        account.liftBy(administrator);

        assertThat(enrolments.find(waiting.id()).hasSecret()).isFalse();
        assertThat(enrolments.find(used.id()).isProven()).isTrue();
        assertThat(twoFactor.isCodeRequired(used.id())).isTrue();
        assertThat(outbox.statusesTo(waiting).getLast()).isEqualTo("SUPERSEDED");
        clock.toNextStep();
        assertThat(people.as(used, () -> twoFactor.turnOff(used.id(), app.code())))
                .isInstanceOf(SwitchOffResult.SwitchedOff.class);
    }

    @Test
    void who_enrols_before_their_mail_leaves_gets_none() {
        people.enrol(administrator);
        var quick = people.member();
        // Or the mail might leave before it is put off
        transaction.executeWithoutResult(ends -> {
            account.enforceBy(administrator);
            outbox.putOff(quick.id(), clock.instant().plusSeconds(40));
        });
        people.enrol(quick);
        clock.advance(Duration.ofSeconds(60));
        outbox.run();

        assertThat(new Mailbox(quick.email()).mails())
                .noneMatch(mail -> mail.subject().contains("set up"));
    }

    @Test
    void on_screen_delivery_mails_the_news_and_no_secret() {
        people.enrol(administrator);
        account.deliverBy(administrator, SecretDelivery.ON_SCREEN);
        var plain = people.member();
        account.enforceBy(administrator);
        outbox.run();

        var mail = new Mailbox(plain.email()).await(1, "set up");
        assertThat(mail.images()).isEmpty();
        assertThat(mail.text()).contains("You'll see a QR code").doesNotContain("Secret Key");
        assertThat(enrolments.find(plain.id()).hasSecret()).isFalse();
    }

    @Test
    void FIELD_T6_a_reset_says_when_its_mail_leaves_where_the_user_has_had_too_many() {
        people.enrol(administrator);
        var second = people.administrator();
        people.enrol(second);
        var member = people.member();
        people.enrol(member);
        Supplier<Optional<Instant>> resets =
                () -> people.as(second, () -> reset.reset(second.id(), member.id(), SecretDelivery.BY_EMAIL));
        for (var i = 0; i < 3; i++) {
            assertThat(resets.get()).isEmpty();
            outbox.run();
        }
        var mailbox = new Mailbox(member.email());
        mailbox.await(3, "set up your authenticator app again");

        var then = resets.get().orElseThrow();

        assertThat(then).isBetween(clock.instant(), clock.instant().plus(Duration.ofHours(1)));
        outbox.run();
        assertThat(mailbox.mails())
                .filteredOn(mail -> mail.subject().contains("set up your authenticator app again"))
                .hasSize(3);
        clock.advance(Duration.between(clock.instant(), then));
        outbox.run();
        mailbox.await(4, "set up your authenticator app again");
    }

    @Test
    void FIELD_T4_what_was_confirmed_of_secrets_by_one_way_is_not_done_by_another() {
        people.enrol(administrator);
        var member = people.member();
        var seen = seen();
        account.deliverBy(administrator, SecretDelivery.ON_SCREEN);

        Refusals.assertRefused(
                () -> people.does(administrator, () -> enforcement.enforce(administrator.id(), seen)),
                "enforcement.refused.flipped");
        assertThat(accounts.current().isTwoFactorEnforcedAt(clock.instant())).isFalse();

        account.enforceBy(administrator);
        Refusals.assertRefused(() -> resetBy(administrator, member), "reset.refused.delivery-changed");
        assertThat(trail.count("TWO_FACTOR_RESET", member)).isZero();
    }

    @Test
    void FIELD_T7_where_secrets_are_shown_on_screen_a_reset_speaks_of_no_secret_by_mail() {
        people.enrol(administrator);
        var second = people.administrator();
        people.enrol(second);
        account.deliverBy(administrator, SecretDelivery.ON_SCREEN);
        var member = people.member();
        people.enrol(member);

        people.does(second, () -> reset.reset(second.id(), member.id(), SecretDelivery.ON_SCREEN));
        outbox.run();

        var mail = new Mailbox(member.email()).await(1, "set up your authenticator app again");
        assertThat(mail.images()).isEmpty();
        assertThat(mail.text())
                .contains("has reset two-factor authentication for " + member.email())
                .contains("You'll see a QR code")
                .doesNotContain("Secret Key", "this secret key", "Use it within");
        assertThat(new Mailbox(member.email()).mails())
                .allMatch(any -> any.images().isEmpty());
        assertThat(trail.detailsOf("TWO_FACTOR_RESET", member).getFirst()).isEqualTo("ON_SCREEN");
    }

    @Test
    void of_two_resets_the_newest_secret_alone_works_and_the_notice_says_who_did_it() {
        people.administrator();
        var second = people.administrator();
        people.enrol(administrator);
        var member = people.member();
        var old = people.enrol(member);
        resetBy(second, member);
        outbox.run();
        resetBy(second, member);
        outbox.run();
        var mailbox = new Mailbox(member.email());
        mailbox.await(2, "set up your authenticator app again");
        var keys = mailbox.mails().stream()
                .filter(mail -> mail.subject().contains("set up your authenticator app again"))
                .map(Mailbox::keyOf)
                .toList();
        clock.toNextStep();

        assertThat(twoFactor.verifyAtSignIn(member.id(), old.code())).isEqualTo(new CodeResult.Wrong());
        assertThat(twoFactor.verifyAtSignIn(member.id(), new AuthenticatorApp(keys.getFirst(), clock).code()))
                .isEqualTo(new CodeResult.Wrong());
        assertThat(twoFactor.verifyAtSignIn(member.id(), new AuthenticatorApp(keys.getLast(), clock).code()))
                .isEqualTo(new CodeResult.Accepted());
        assertThat(mailbox.await(2, "was reset").text()).contains("Mia Member (" + second.email() + ") has reset");
    }

    @Test
    void a_mail_server_that_refuses_some_holds_nobody_else_up_and_each_outcome_is_visible_by_name() throws Exception {
        people.enrol(administrator);
        outbox.run();
        var members =
                IntStream.range(0, 200).mapToObj(i -> people.member().email()).toList();
        var never = Set.of(members.get(7), members.get(107));
        var later = Set.of(members.get(8), members.get(108));
        var port = mailSender.getPort();
        try (var smtp = new MoodySmtp()) {
            mailSender.setPort(smtp.port());
            smtp.refuse(never);
            smtp.refuseOnce(later);
            account.enforceBy(administrator);
            outbox.run();

            assertThat(progress()).isEqualTo(new DeliveryProgress(196, 2, 2));
            assertThat(refused(DeliveryStatus.FAILED)).isEqualTo(never);
            assertThat(refused(DeliveryStatus.WAITING)).isEqualTo(later);
            assertThat(people.as(administrator, () -> mails.refused(0, 10)))
                    .anyMatch(mail -> mail.delivery().failure().contains("no such mailbox here"))
                    .anyMatch(mail -> mail.delivery().failure().contains("not now"));

            clock.advance(Duration.ofMinutes(2));
            outbox.run();
            jdbcAwaitSent(198);
            smtp.refuse(Set.of());
            people.does(administrator, () -> mails.retry(administrator.id(), OptionalLong.empty()));
            outbox.run();

            assertThat(progress()).isEqualTo(new DeliveryProgress(200, 0, 0));
            assertThat(smtp.taken()).hasSize(200);
            assertThat(smtp.taken().values()).allMatch(count -> count == 1);
        } finally {
            mailSender.setPort(port);
        }
    }

    @Test
    void FIELD_T8_a_mail_that_cannot_be_composed_for_now_says_why_and_leaves_later() {
        people.enrol(administrator);
        var plain = people.member();
        var owner = DatabaseOwner.of(environment);
        owner.execute("CREATE TRIGGER fault BEFORE INSERT ON enrolment FOR EACH ROW"
                + " SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213, MESSAGE_TEXT = 'lost a race'");
        try {
            account.enforceBy(administrator);
            outbox.run();
        } finally {
            owner.execute("DROP TRIGGER fault");
        }
        assertThat(progress()).isEqualTo(new DeliveryProgress(0, 1, 0));
        assertThat(people.as(administrator, () -> mails.refused(0, 10)))
                .singleElement()
                .satisfies(mail -> assertThat(mail.delivery().problem()).isEqualTo(DeliveryProblem.NOT_COMPOSED))
                .satisfies(mail -> assertThat(mail.delivery().failure()).isEmpty());

        clock.advance(Duration.ofMinutes(2));
        outbox.run();
        jdbcAwaitSent(1);
        new Mailbox(plain.email()).await(1, "set up");
    }

    private void jdbcAwaitSent(int sent) {
        org.awaitility.Awaitility.await().until(() -> progress().sent() == sent);
    }

    private Set<String> refused(DeliveryStatus status) {
        return people.as(administrator, () -> mails.refused(0, 100)).stream()
                .filter(mail -> mail.delivery().status() == status)
                .map(RefusedMail::address)
                .collect(Collectors.toSet());
    }

    private void resetBy(Person actor, Person person) {
        people.does(actor, () -> reset.reset(actor.id(), person.id(), SecretDelivery.BY_EMAIL));
    }

    private void disable(Person person) {
        people.disable(person);
    }

    private DeliveryProgress progress() {
        return people.as(administrator, mails::progress);
    }

    private Account seen() {
        return accounts.current();
    }
}
