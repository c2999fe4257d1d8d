package dev.latchkey.twofactor.enforcement.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.PlannedStart;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.enforcement.EnforcementSample;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.user.access.Permission;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LatchkeyTest
class SamplePageTest {

    private static final Pattern KEY = Pattern.compile("(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}");

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private TheAccount account;

    @Autowired
    private EnforcementSample sample;

    @Autowired
    private EnrolmentRepository enrolments;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private MovableClock clock;

    private Person administrator;
    private Browser browser;

    @BeforeEach
    void onlyAnAdministrator() {
        people.startOver();
        administrator = people.administrator();
        browser = new Browser(port);
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void the_page_is_the_mail_with_its_picture_and_a_key_that_is_nobodys() {
        browser.logIn(administrator.email(), People.PASSWORD);

        var first = browser.open("/" + SamplePage.PATH);
        var second = browser.open("/" + SamplePage.PATH).body();

        assertThat(first.body())
                .contains("This is a sample", "src=\"data:image/png;base64,")
                .doesNotContain("cid:", "<script");
        assertThat(keyIn(first.body())).isNotEqualTo(keyIn(second));
        assertThat(enrolments.find(administrator.id()).hasSecret()).isFalse();
        assertThat(first.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "sandbox"));
    }

    @Test
    void where_secrets_are_shown_on_screen_the_page_has_none() {
        account.deliver(SecretDelivery.ON_SCREEN);
        browser.logIn(administrator.email(), People.PASSWORD);

        var page = browser.open("/" + SamplePage.PATH).body();

        assertThat(page).contains("This is a sample").doesNotContain("data:image");
        assertThat(KEY.matcher(page).find()).isFalse();
    }

    @Test
    void nobody_else_sees_it() {
        browser.logIn(people.memberWith(Permission.MANAGE_USERS_AND_GROUPS).email(), People.PASSWORD);

        assertThat(browser.open("/" + SamplePage.PATH).statusCode()).isEqualTo(404);
        assertThat(Browser.leadsTo(new Browser(port).open("/" + SamplePage.PATH)))
                .startsWith("/login");
    }

    @Test
    void the_key_of_a_mailed_sample_opens_nothing_and_is_not_an_entry_of_the_readers_own() {
        people.does(administrator, () -> sample.sendToReader(administrator.id(), Optional.empty()));
        outbox.run();

        var mail = new Mailbox(administrator.email()).await(1, "Sample:");
        assertThat(mail.text()).contains("belongs to nobody");
        var app = Mailbox.scan(mail, clock);
        assertThat(enrolments.find(administrator.id()).hasSecret()).isFalse();
        assertThat(twoFactor.verifyAtSignIn(administrator.id(), app.code())).isEqualTo(new CodeResult.Wrong());
    }

    @Test
    void of_a_later_start_the_page_and_the_mail_say_the_date_as_it_was_chosen_and_bring_no_key() {
        var start = PlannedStart.of(OffsetDateTime.of(2027, 3, 1, 8, 30, 0, 0, ZoneOffset.ofHours(2)));
        browser.logIn(administrator.email(), People.PASSWORD);

        var page = browser.open("/" + SamplePage.PATH + "?start=" + start.asNumber())
                .body();
        people.does(administrator, () -> sample.sendToReader(administrator.id(), Optional.of(start)));
        outbox.run();

        assertThat(page)
                .contains("This is a sample", "March", "2027", "UTC+02:00")
                .doesNotContain("data:image");
        assertThat(new Mailbox(administrator.email()).await(1, "Sample:").text())
                .contains("March", "2027", "UTC+02:00");
    }

    private static String keyIn(String page) {
        var key = KEY.matcher(page);
        assertThat(key.find()).isTrue();
        return key.group();
    }
}
