package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.common.RefusedException;
import dev.latchkey.signin.code.TestSignIn;
import dev.latchkey.support.LogCanary;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.PasswordLinks;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.Refusals;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.RecentFactor;
import dev.latchkey.user.password.OwnPassword;
import dev.latchkey.user.password.reset.PasswordReset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;

@SecurityTest
class OwnPasswordTest {

    private static final String NEW_PASSWORD = LogCanary.mustNotBeLogged("walnut-canary-meadow");

    @Autowired
    private OwnPassword ownPassword;

    @Autowired
    private PasswordReset reset;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private UserService users;

    @Autowired
    private PasswordEncoder passwordEncoder;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    private Person person;

    @BeforeEach
    void newPerson() {
        person = people.member();
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void AC_S_11_whoever_has_a_code_changes_the_password_only_just_after_one() {
        people.enrol(person);
        SecurityContextHolder.getContext()
                .setAuthentication(TestSignIn.withBothFactors(
                        person.id(),
                        person.email(),
                        Set.of(),
                        clock.instant(),
                        clock.instant().minus(RecentFactor.VALIDITY)));

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> ownPassword.change(person.id(), epoch(), NEW_PASSWORD));
        assertThat(hasPassword(People.PASSWORD)).isTrue();
    }

    @Test
    void AC_S_11_nobody_changes_anybody_elses() {
        var other = people.member();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> people.does(other, () -> ownPassword.change(person.id(), epoch(), NEW_PASSWORD)));
    }

    @Test
    void AC_S_10_a_changed_password_ends_sessions_and_voids_links_and_the_user_is_told() {
        var token = links.tokenFor(person);
        var before = epoch();

        var after = people.as(person, () -> ownPassword.change(person.id(), before, NEW_PASSWORD));

        assertThat(epoch()).isEqualTo(after).isGreaterThan(before);
        assertThat(hasPassword(NEW_PASSWORD)).isTrue();
        assertThat(reset.choose(token, "another-fine-one")).isFalse();
        links.settle();
        new Mailbox(person.email()).await(1, "your password was changed");
    }

    @Test
    void PEER_51_a_session_that_has_been_ended_meanwhile_changes_nothing() {
        var before = epoch();
        reset.choose(links.tokenFor(person), NEW_PASSWORD);

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(
                        () -> people.does(person, () -> ownPassword.change(person.id(), before, "another-fine-one")));
        assertThat(hasPassword(NEW_PASSWORD)).isTrue();
    }

    @Test
    void AC_S_10_the_policy_holds_here_too() {
        Refusals.assertRefused(
                () -> people.does(person, () -> ownPassword.change(person.id(), epoch(), "Mia Member")),
                "form.password.obvious");
    }

    private long epoch() {
        return users.find(person.id()).orElseThrow().sessionEpoch();
    }

    private boolean hasPassword(String password) {
        return passwordEncoder.matches(
                password, users.find(person.id()).orElseThrow().passwordHash());
    }
}
