package dev.latchkey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.ChromiumJourney;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MoodySmtp;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.TheAccount;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What an administrator sees of mails that leave. */
@LatchkeyTest
class DeliveryJourneyTest extends ChromiumJourney {

    @Autowired
    private OutboxPump outbox;

    @Autowired
    private JavaMailSenderImpl mailSender;

    @Autowired
    private TheAccount account;

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
        var delivery = page.locator(".delivery-mark:visible");
        assertThat(delivery).hasAttribute("aria-label", "Waiting to be sent");
        var more = page.locator("[aria-label='More actions for Mia Member']:visible");
        more.click();
        var edit = page.getByRole(AriaRole.MENUITEM, named("Edit"));
        assertThat(edit).isVisible();
        more.evaluate("button => button.stays = true");

        smtp.goOn();
        assertThat(delivery).hasCount(0);
        assertThat(edit).isVisible();
        assertThat(more.evaluate("button => button.stays")).isEqualTo(true);

        // All is told: it asks no more
        var requests = new AtomicInteger();
        page.onRequest(request -> requests.incrementAndGet());
        page.evaluate("() => new Promise(done => setTimeout(done, 2500))");
        assertThat(requests.get()).isZero();
    }
}
