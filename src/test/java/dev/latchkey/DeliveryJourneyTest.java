package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MoodySmtp;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.enforcement.Enforcement;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What an administrator sees of mails that leave. */
@LatchkeyTest
class DeliveryJourneyTest extends ChromiumJourney {

    @Autowired
    private Enforcement enforcement;

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private JavaMailSenderImpl mailSender;

    private MoodySmtp smtp;
    private int usualPort;
    private Person administrator;

    @BeforeEach
    void anAdministratorWithAnApp() throws IOException {
        people.startOver();
        administrator = people.administrator();
        var app = people.enrol(administrator);
        outbox.run();
        smtp = new MoodySmtp();
        usualPort = mailSender.getPort();
        mailSender.setPort(smtp.port());
        clock.toNextStep();
        logIn(page, administrator);
        giveCode(page, app);
    }

    @AfterEach
    void leaveNothing() throws IOException {
        smtp.goOn();
        outbox.run();
        mailSender.setPort(usualPort);
        smtp.close();
        people.startOver();
    }

    @Test
    void FIELD_P22_the_page_of_users_follows_a_mail_that_leaves_and_disturbs_nobody() {
        smtp.takeOnly(0);
        var member = people.member();
        people.enrol(member);
        page.navigate("/access-management/users");
        page.getByLabel("Search by name or email").fill(member.email());
        assertThat(page.getByText(administrator.email())).isHidden();
        var delivery = page.locator(".row-line:visible");
        assertThat(delivery).hasText("Waiting to be sent");
        var more = page.locator("[aria-label='More actions for Mia Member']:visible");
        more.click();
        var edit = page.getByRole(AriaRole.MENUITEM, named("Edit"));
        assertThat(edit).isVisible();
        more.evaluate("button => button.stays = true");

        smtp.goOn();
        assertThat(delivery).hasText(Pattern.compile("Sent .*"));
        assertThat(edit).isVisible();
        assertThat(more.evaluate("button => button.stays")).isEqualTo(true);

        // All is told: it asks no more
        var requests = new AtomicInteger();
        page.onRequest(request -> requests.incrementAndGet());
        page.evaluate("() => new Promise(done => setTimeout(done, 2500))");
        assertThat(requests.get()).isZero();
    }

    @Test
    void FIELD_T7_where_secrets_are_shown_on_screen_the_questions_and_notices_speak_of_no_secret_by_mail() {
        people.does(administrator, () -> enforcement.deliverSecrets(administrator.id(), SecretDelivery.ON_SCREEN));
        var member = people.member();
        page.navigate("/access-management/authentication-settings");
        page.getByRole(AriaRole.SWITCH, named("Enforce Two Factor Authentication"))
                .click();
        assertThat(page.getByText("gets an email about it, without a secret key")
                        .last())
                .isVisible();
        button(page, "Confirm").click();
        assertThat(page.getByText("1 email tells users to set it up at their next login. No secret key is emailed.")
                        .last())
                .isVisible();

        page.navigate("/access-management/users");
        page.getByLabel("Search by name or email").fill(member.email());
        assertThat(page.getByText(administrator.email())).isHidden();
        page.locator("vaadin-button:visible")
                .filter(new Locator.FilterOptions().setHasText("Email New Two Factor Auth Secret"))
                .click();
        assertThat(page.getByText("We don't email a secret key.").last()).isVisible();
        button(page, "Reset").click();
        assertThat(page.getByText("Mia Member must set up the app again at the next login.")
                        .last())
                .isVisible();
        await().until(() -> !smtp.taken().isEmpty());
    }
}
