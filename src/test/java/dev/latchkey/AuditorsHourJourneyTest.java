package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.audit.seal.AuditVerification;
import dev.latchkey.audit.seal.SealPump;
import dev.latchkey.support.AuditLines;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Browser;
import dev.latchkey.support.Hand;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.OfficeJourney;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.evidence.ObservationPump;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.administration.UserAdministration;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An auditor's hour: who was protected on a day, who enforced it when, and what proves it. */
@LatchkeyTest
class AuditorsHourJourneyTest extends OfficeJourney {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d/uuuu");

    @Autowired
    private TheAccount account;

    @Autowired
    private ObservationPump observations;

    @Autowired
    private UserAdministration administration;

    @Autowired
    private AuditLines audit;

    @Autowired
    private SealPump seals;

    @Autowired
    private AuditVerification verification;

    private Person administrator;
    private Person auditor;
    private AuthenticatorApp auditorsApp;
    private Person colleague;
    private AuthenticatorApp colleaguesApp;
    private Person removed;
    private Person waiting;
    private LocalDate day;

    /** A day on which it was enforced, and on the next somebody was removed. */
    @BeforeEach
    void threeDays() {
        administrator = people.administrator();
        people.enrol(administrator);
        auditor = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        auditorsApp = people.enrol(auditor);
        colleague = people.memberWith(Permission.VIEW_AUDIT_TRAIL);
        colleaguesApp = people.enrol(colleague);
        removed = people.member();
        people.enrol(removed);
        people.setName(removed, "Rolf Removed");
        waiting = people.member();
        account.enforceBy(administrator);
        outbox.run();
        var stranger = new Browser(port);
        stranger.logIn(waiting.email(), "not-the-password");
        day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        observations.now();
        clock.advance(Duration.ofDays(1));
        people.does(administrator, () -> administration.remove(administrator.id(), removed.id(), UserStatus.ACTIVE));
        observations.now();
        clock.advance(Duration.ofDays(1));
        observations.now();
    }

    @AfterEach
    void backToToday() {
        clock.toRealTime();
    }

    @ParameterizedTest
    @EnumSource
    void evidence_of_a_day_the_entries_behind_it_and_the_proof(Hand.Kind kind) throws IOException {
        sitDown(kind);
        logInByHand(auditor, auditorsApp);

        evidenceOfTheDay();
        whoEnforcedItWhen();
        theSecretOfOneMember();
        whereStrangersCameFrom();
        assertWork("Auditor's hour", kind == Hand.Kind.MOUSE ? 20 : 0, 110);
        seals.sealAll();
        assertThat(verification.verify("").findings()).isEmpty();
    }

    private void evidenceOfTheDay() throws IOException {
        assertThat(page.getByRole(AriaRole.HEADING, named(say("evidence.title"))))
                .isVisible();
        look("evidence");
        hand.rewrite(field("evidence.day"), DAY.format(day));
        var calendar = page.locator("vaadin-date-picker-overlay-content");
        assertThat(calendar).isVisible();
        hand.press("Enter");
        assertThat(calendar).isHidden();
        var file = page.waitForDownload(() -> hand.choose(the("audit.export")));
        assertThat(file.suggestedFilename()).isEqualTo("two-factor-authentication-" + day + ".csv");
        var lines = Files.readAllLines(file.path());
        assertThat(lines)
                .anyMatch(line -> line.contains(quoted(removed.email(), "Rolf Removed"))
                        && line.contains(quoted(say("evidence.factor.on"))))
                .anyMatch(
                        line -> line.contains(waiting.email()) && line.contains(quoted(say("evidence.factor.waiting"))))
                .hasSize(1 + 5);
    }

    private static String quoted(String... cells) {
        return "\"" + String.join("\",\"", cells) + "\"";
    }

    private void whoEnforcedItWhen() {
        open("audit.title");
        look("audit-trail");
        var events = field("audit.action");
        var on = say("audit.action.enforcement-turned-on");
        hand.add(events, option(on), on);
        assertThat(page).hasURL(Pattern.compile(".*event=ENFORCEMENT_TURNED_ON.*"));
        var off = say("audit.action.enforcement-turned-off");
        hand.add(events, option(off), off);
        assertThat(page).hasURL(Pattern.compile(".*event=ENFORCEMENT_TURNED_OFF.*event=ENFORCEMENT_TURNED_ON.*"));
        hand.choose(page.locator("summary"));
        hand.write(field("audit.actor"), administrator.email());
        assertThat(page)
                .hasURL(Pattern.compile(".*actor=" + administrator.email().split("@")[0] + ".*"));
        assertThat(cells(on)).hasCount(1);
        hand.open(cells(on));
        assertThat(page.locator(".entry-details")).containsText(administrator.email());
        assertThat(page.locator(".entry-details")).containsText(day.toString());
        look("who-enforced");
    }

    private void theSecretOfOneMember() {
        open("audit.title");
        assertThat(page).hasURL(Pattern.compile(".*/audit-trail"));
        hand.add(field("audit.action"), option(say("audit.action.secret-emailed")), say("audit.action.secret-emailed"));
        hand.rewrite(field("audit.subject"), waiting.email());
        assertThat(page).hasURL(Pattern.compile(".*target=.*"));
        assertThat(cells(say("audit.detail.secret-enforced"))).hasCount(1);
        look("secret-of-one-member");
    }

    private void whereStrangersCameFrom() throws IOException {
        open("audit.title");
        assertThat(page).hasURL(Pattern.compile(".*/audit-trail"));
        var from = audit.on(waiting).stream()
                .filter(line -> line.action().equals("PASSWORD_REFUSED"))
                .findFirst()
                .orElseThrow()
                .address();
        var range = from.replaceAll("\\.\\d+$", ".0/24");
        hand.rewrite(field("audit.address"), range);
        assertThat(page).hasURL(Pattern.compile(".*ip=.*"));
        hand.rewrite(field("audit.subject"), waiting.email());
        assertThat(page).hasURL(Pattern.compile(".*ip=.*target=.*"));
        assertThat(cells(say("audit.action.password-refused"))).hasCount(1);
        look("range-of-addresses");

        // A colleague opens the same by its address
        var shared = page.url();
        atAnotherDesk("Auditor's hour, a colleague", () -> {
            logInByHand(colleague, colleaguesApp);
            page.navigate(shared);
            assertThat(cells(say("audit.action.password-refused"))).hasCount(1);
            assertThat(field("audit.address")).hasValue(range);
        });

        var file = page.waitForDownload(() -> hand.choose(the("audit.export")));
        assertThat(Files.readAllLines(file.path()))
                .hasSize(2)
                .last()
                .asString()
                .contains("PASSWORD_REFUSED", waiting.email(), from);
    }

    private Locator cells(String text) {
        return page.locator("vaadin-grid vaadin-grid-cell-content:visible")
                .getByText(text, new Locator.GetByTextOptions().setExact(true));
    }
}
