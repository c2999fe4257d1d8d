package dev.latchkey.signin.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Organisation;
import dev.latchkey.common.Versioned;
import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.NotedStatements;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.invitation.Invitations;
import dev.latchkey.user.settings.OrganisationSettings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever logs in sees where, and as whom. */
@LatchkeyTest
class OrganisationOnPagesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private NotedStatements statements;

    @Autowired
    private Invitations invitations;

    @Autowired
    private OutboxPump pump;

    private Person administrator;

    @BeforeEach
    void anInstallation() {
        people.startOver();
        administrator = people.administrator();
    }

    @AfterEach
    void asBefore() {
        rename("Example Inc");
        people.does(administrator, () -> settings.removeLogo(administrator.id()));
        people.startOver();
    }

    @Test
    void the_login_page_names_the_organisation_at_once_and_without_a_query() {
        rename("R & D <Labs>");
        var browser = new Browser(port);
        browser.open("/login");
        statements.taken();

        assertThat(browser.open("/login").body()).contains("<bdi>R &amp; D &lt;Labs&gt;</bdi>");
        assertThat(statements.taken()).isEmpty();
    }

    @Test
    void the_challenge_names_the_address_and_the_entry_in_the_app() {
        var person = people.member();
        people.enrol(person);
        clock.toNextStep();
        var browser = new Browser(port);

        browser.logIn(person.email(), People.PASSWORD);

        assertThat(browser.open("/login/verify").body())
                .contains(
                        "You&#39;re logging in to Example Inc as " + person.email(),
                        "look for Example Inc (" + person.email() + ")");
    }

    @Test
    void after_another_company_name_the_challenge_still_says_what_the_app_shows() {
        var person = people.member();
        people.enrol(person);
        clock.toNextStep();
        rename("Umbrella Corp");
        var browser = new Browser(port);

        browser.logIn(person.email(), People.PASSWORD);

        assertThat(browser.open("/login/verify").body())
                .contains(
                        "You&#39;re logging in to Umbrella Corp as " + person.email(),
                        "look for Example Inc (" + person.email() + ")");
    }

    @Test
    void the_challenge_names_no_entry_where_none_is_known() {
        var person = people.member();
        people.enrol(person);
        clock.toNextStep();
        jdbc.update("DELETE FROM app_entry WHERE user_id = ?", person.id());
        var browser = new Browser(port);

        browser.logIn(person.email(), People.PASSWORD);

        assertThat(browser.open("/login/verify").body())
                .contains("Enter the code that your authenticator app shows")
                .doesNotContain("look for");
    }

    @Test
    void the_logo_is_on_the_login_page_served_without_session_or_query_and_kept_by_the_browser() {
        changeLogo(100);
        var browser = new Browser(port);
        var page = browser.open("/login").body();
        var address = page.replaceAll("(?s).*src=\"(/organisation/logo[^\"]+)\".*", "$1");
        assertThat(page).contains("width=\"100\" height=\"30\" alt=\"Example Inc\"");
        statements.taken();

        var logo = browser.open(address);

        assertThat(logo.statusCode()).isEqualTo(200);
        assertThat(statements.taken()).isEmpty();
        assertThat(logo.headers().map())
                .containsEntry("Content-Type", List.of("image/png"))
                .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                .containsEntry("Cache-Control", List.of("max-age=31536000, public, immutable"))
                .doesNotContainKey("Set-Cookie");
        var tag = logo.headers().firstValue("ETag").orElseThrow();
        assertThat(new Browser(port)
                        .withHeader("If-None-Match", tag)
                        .open(address)
                        .statusCode())
                .isEqualTo(304);
        assertThat(browser.open("/organisation/logo?v=another").headers().firstValue("Cache-Control"))
                .hasValue("no-cache");
        assertThat(browser.post(address, Map.of()).statusCode()).isEqualTo(403);

        changeLogo(90);
        assertThat(browser.open("/login").body()).contains("width=\"90\"").doesNotContain(address);
    }

    @Test
    void without_a_logo_there_is_none_and_the_name_stands_there() {
        assertThat(new Browser(port).open("/organisation/logo").statusCode()).isEqualTo(404);
        assertThat(new Browser(port).open("/login").body()).contains("<bdi>Example Inc</bdi>");
    }

    @Test
    void a_mail_carries_the_logo_itself_with_the_name_for_whoever_does_not_see_it() {
        changeLogo(100);
        people.does(
                administrator,
                () -> invitations.invite(
                        administrator.id(),
                        EmailAddress.parse("new@example.com").orElseThrow(),
                        Set.of()));
        pump.run();

        var mail = new Mailbox("new@example.com").await(1, "join Example Inc");
        assertThat(mail.images()).hasSize(1);
        assertThat(mail.html())
                .contains("src=\"cid:" + mail.images().keySet().iterator().next() + "\" width=\"100\" height=\"30\"")
                .contains("alt=\"Example Inc\"");
    }

    private void changeLogo(int width) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        people.does(administrator, () -> settings.changeLogo(administrator.id(), bytes.toByteArray()));
    }

    private void rename(String name) {
        var administrator = people.administrator();
        people.does(
                administrator,
                () -> settings.change(
                        administrator.id(),
                        new Versioned<>(settings.organisation().version(), new Organisation(name, ""))));
    }
}
