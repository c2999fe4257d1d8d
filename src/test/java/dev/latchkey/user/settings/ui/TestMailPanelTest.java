package dev.latchkey.user.settings.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MoodySmtp;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import dev.latchkey.twofactor.enforcement.ui.AuthenticationSettingsView;
import dev.latchkey.user.access.Permission;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class TestMailPanelTest extends ViewTest {

    @Autowired
    private JavaMailSenderImpl mailSender;

    private MoodySmtp smtp;
    private int usualPort;
    private Person administrator;

    @BeforeEach
    void anAdministratorAndAServer() throws IOException {
        usualPort = mailSender.getPort();
        smtp = new MoodySmtp();
        administrator = people.administrator();
        // Whatever an earlier test has sent
        clock.advance(Duration.ofMinutes(1));
        signIn(administrator);
        open(AuthenticationSettingsView.class);
    }

    @AfterEach
    void usualServer() throws IOException {
        mailSender.setPort(usualPort);
        mailSender.setUsername(null);
        mailSender.setPassword(null);
        smtp.close();
    }

    @Test
    void FIELD_O6_a_test_mail_arrives_and_the_conversation_is_shown_without_the_mail() {
        press("test-mail.send");
        assertThat(shown()).contains(text("test-mail.sending", "smtp://127.0.0.1:" + usualPort));
        awaitOutcome();

        assertThat(title()).isEqualTo(text("test-mail.title"));
        assertThat(shown()).contains(text("test-mail.sent"), text("test-mail.not-encrypted"));
        assertThat(conversation())
                .contains(
                        "S: 220 ",
                        "C: EHLO example.com",
                        "C: RCPT TO:<" + administrator.email() + ">",
                        "C: DATA",
                        "S: 354")
                .endsWith("S: 250 OK")
                .doesNotContain("Subject", "Hello", "DEBUG");
        new Mailbox(administrator.email()).await(1, "test mail");
        assertThat(audited()).containsExactly("TEST_MAIL_REQUESTED smtp://127.0.0.1:" + usualPort);
        assertThat(mailsTo(administrator)).as("the outbox has no part in it").isEmpty();
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    @Test
    void FIELD_O6_a_refused_login_is_told_with_its_remedy_and_nothing_of_the_login_is_shown() {
        LogCanary.mustNotBeLogged("cG9zdG1hc3Rlcg");
        mailSender.setPort(smtp.port());
        mailSender.setUsername("postmaster");
        mailSender.setPassword(LogCanary.mustNotBeLogged("the-relays-password"));
        smtp.offerLogin();
        smtp.answer("AUTH", "535 5.7.8 bad credentials");

        press("test-mail.send");
        awaitOutcome();

        assertThat(shown()).contains(text("mail.fault.login"), "535 5.7.8 bad credentials");
        assertThat(conversation())
                .contains("S: 250-AUTH PLAIN", "C: AUTH …", "535 5.7.8 bad credentials")
                .doesNotContain(
                        "postmaster", "cG9zdG1hc3Rlcg", "AHBvc3RtYXN0ZXI", "the-relays-password", "AUTH PLAIN A");
    }

    @Test
    void FIELD_O6_whatever_the_mail_server_says_while_it_is_tried_holds_up_nobody_and_another_has_to_wait() {
        mailSender.setPort(smtp.port());
        smtp.takeOnly(0);

        press("test-mail.send");
        await().until(smtp::keepsSomebodyWaiting);
        poll();
        assertThat(all(ProgressBar.class)).hasSize(1);
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(1_000);
        press("dialog.close");
        clock.advance(Duration.ofMinutes(1));
        press("test-mail.send");
        assertThat(told()).containsExactly(text("test-mail.refused"));
        assertThat(isDialogOpen()).isFalse();

        smtp.goOn();
        await().until(() -> smtp.taken().containsKey(administrator.email()));
        assertThat(audited()).hasSize(1);
    }

    @Test
    void a_second_one_right_after_the_first_is_refused_for_some_seconds() {
        press("test-mail.send");
        awaitOutcome();
        press("dialog.close");
        press("test-mail.send");
        assertThat(told()).containsExactly(text("test-mail.refused"));

        clock.advance(Duration.ofSeconds(10));
        press("test-mail.send");
        awaitOutcome();
        assertThat(audited()).hasSize(2);
    }

    @Test
    void whoever_may_not_manage_the_account_sends_none() {
        signIn(people.memberWith(Permission.MANAGE_USERS_AND_GROUPS));
        openAddress("access-management/authentication-settings");

        assertThat(all(TestMailPanel.class)).isEmpty();
    }

    private static String conversation() {
        return one(Pre.class).getText();
    }

    private static void awaitOutcome() {
        await().pollInSameThread().until(() -> {
            poll();
            return !all(Pre.class).isEmpty();
        });
    }

    private static void poll() {
        act(() -> ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true)));
        MockVaadin.clientRoundtrip(false);
    }
}
