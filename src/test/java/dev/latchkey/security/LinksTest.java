package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Browser;
import dev.latchkey.support.InvitationLinks;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.signup.SignUp;
import dev.latchkey.twofactor.signup.SignUpResult;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.link.TestLinks;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@SecurityTest
class LinksTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private SignUp signUp;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private InvitationLinks invitationLinks;

    private Person administrator;
    private EmailAddress invited;
    private String token;

    @BeforeEach
    void somebodyInvited() {
        people.startOver();
        administrator = people.administrator();
        invited = new EmailAddress("invited" + administrator.id() + "@example.com");
        token = invitationLinks.tokenFor(invited, administrator);
    }

    @AfterEach
    void leaveNothing() {
        people.startOver();
    }

    @Test
    void PEER_06_of_16_who_redeem_one_token_at_once_the_one_whose_delete_removes_it_gets_in() throws Exception {
        var results = Parallel.times(
                16,
                () -> Parallel.unlessBusy(
                        () -> signUp.join(token, "Nia New", People.PASSWORD), new SignUpResult.Closed()));

        assertThat(results).filteredOn(SignUpResult.Done.class::isInstance).hasSize(1);
        assertThat(results).filteredOn(new SignUpResult.Closed()::equals).hasSize(15);
    }

    @Test
    void PEER_06_the_count_of_the_deleted_rows_decides_for_each_kind_of_link() throws Exception {
        assertThat(TestLinks.redeemSetUp(application, token)).isFalse();

        assertThat(Parallel.times(16, () -> TestLinks.redeemInvitation(application, token)))
                .containsOnlyOnce(true);
    }

    @Test
    void AC_S_23_a_link_that_is_only_fetched_is_not_used_up() {
        var browser = new Browser(port);
        browser.open("/signup/" + token);
        browser.show("signup/" + token);
        browser.open("/signup/" + token + "?name=Nia&password=" + People.PASSWORD.length());
        browser.post("/signup/" + token, Map.of("name", "Nia"));

        assertThat(signUp.invitedAddress(token)).contains(invited.value());
        assertThat(signUp.join(token, "Nia New", People.PASSWORD)).isInstanceOf(SignUpResult.Done.class);
    }
}
