package dev.latchkey.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import org.junit.jupiter.api.Test;

class SessionsDialogTest extends ViewTest {

    @Test
    void a_user_who_is_logged_in_nowhere_has_no_sessions_and_nothing_to_end() {
        sessionsOf(people.member());

        assertThat(title()).isEqualTo(text("users.sessions.title", "Mia Member"));
        assertThat(shown()).contains(text("sessions.none")).doesNotContain(text("browsers.title"));
        assertThat(hasButton("users.sessions.end-all")).isFalse();
        assertThat(hasButton("sessions.end")).isFalse();
    }

    @Test
    void each_session_says_which_browser_it_is_and_from_where() {
        var member = people.member();
        sessionOf(member, "Safari", "macOS", "192.0.2.7");
        sessionOf(member, "", "", "192.0.2.8");

        sessionsOf(member);

        assertThat(shown())
                .contains(
                        text("sessions.device", "Safari", "macOS"),
                        "192.0.2.7",
                        text("sessions.device", text("sessions.unknown-browser"), text("sessions.unknown-system")),
                        "192.0.2.8")
                .doesNotContain(text("sessions.current"));
    }

    @Test
    void one_session_is_ended_and_the_list_shows_the_rest() {
        var member = people.member();
        sessionOf(member, "Safari", "macOS", "192.0.2.7");
        sessionsOf(member);

        press("sessions.end");

        assertThat(told()).containsExactly(text("sessions.ended"));
        assertThat(shown()).contains(text("sessions.none"));
        assertThat(rowsOf(member, "user_session")).isZero();
        assertThat(audited()).containsExactly("SESSION_ENDED " + member.email() + " Safari, macOS, 192.0.2.7");
    }

    @Test
    void all_sessions_are_ended_after_a_question() {
        var member = people.member();
        sessionOf(member, "Safari", "macOS", "192.0.2.7");
        sessionOf(member, "Firefox", "Linux", "192.0.2.8");
        sessionsOf(member);

        press("users.sessions.end-all");
        assertThat(question()).isEqualTo(text("users.sessions.end-all.question", "Mia Member", member.email()));
        confirm();

        assertThat(told()).containsExactly(text("users.sessions.end-all.done", "Mia Member"));
        assertThat(shown()).contains(text("sessions.none"));
        assertThat(audited()).containsExactly("SESSIONS_ENDED " + member.email());
    }

    @Test
    void a_known_browser_can_be_forgotten() {
        var member = people.member();
        knownBrowserOf(member, "Safari", "macOS", "192.0.2.7");
        sessionsOf(member);
        assertThat(shown()).contains(text("browsers.title"), text("sessions.device", "Safari", "macOS"));

        press("browsers.forget");

        assertThat(told()).containsExactly(text("browsers.forgotten"));
        assertThat(shown()).doesNotContain(text("browsers.title"));
        assertThat(rowsOf(member, "known_browser")).isZero();
        assertThat(audited()).containsExactly("BROWSER_FORGOTTEN " + member.email() + " Safari, macOS");
    }

    @Test
    void FIELD_A11_after_a_while_ending_and_forgetting_ask_who_it_is() {
        var member = people.member();
        sessionOf(member, "Safari", "macOS", "192.0.2.7");
        knownBrowserOf(member, "Safari", "macOS", "192.0.2.7");
        signInLongAgo(people.administrator());
        open(UsersView.class);
        row(member.email()).choose("users.more-actions", "users.sessions");

        press("browsers.forget");
        assertThat(title()).isEqualTo(text("step-up.title"));
        press("dialog.cancel");
        assertThat(rowsOf(member, "known_browser")).isOne();

        press("sessions.end");
        assertThat(title()).isEqualTo(text("step-up.title"));
        type("login.password", People.PASSWORD);
        press("step-up.submit");
        assertThat(rowsOf(member, "user_session")).isZero();
    }

    private void sessionsOf(Person member) {
        signIn(people.administrator());
        open(UsersView.class);
        row(member.email()).choose("users.more-actions", "users.sessions");
    }
}
