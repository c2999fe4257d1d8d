package dev.latchkey.ui.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.ViewTest;
import org.junit.jupiter.api.Test;

class SessionsSectionTest extends ViewTest {

    @Test
    void the_only_session_is_this_one_and_cannot_be_ended_here() {
        signIn(people.member());
        open(ProfileView.class);

        assertThat(shown()).contains(text("sessions.current"), text("sessions.device", "Firefox", "Linux"));
        assertThat(hasButton("sessions.end")).isFalse();
        assertThat(hasButton("sessions.end-others")).isFalse();
    }

    @Test
    void another_session_can_be_ended() {
        var person = people.member();
        sessionOf(person, "Safari", "macOS", "192.0.2.7");
        signIn(person);
        open(ProfileView.class);
        assertThat(shown()).contains(text("sessions.device", "Safari", "macOS"), "192.0.2.7");

        press("sessions.end");

        assertThat(told()).containsExactly(text("sessions.ended"));
        assertThat(shown()).doesNotContain("192.0.2.7").contains(text("sessions.current"));
        assertThat(rowsOf(person, "user_session")).isOne();
        assertThat(audited()).containsExactly("SESSION_ENDED " + person.email() + " Safari, macOS, 192.0.2.7");
    }

    @Test
    void all_others_are_ended_after_a_question_and_this_one_goes_on() {
        var person = people.member();
        sessionOf(person, "Safari", "macOS", "192.0.2.7");
        sessionOf(person, "Chrome", "Windows", "192.0.2.8");
        signIn(person);
        open(ProfileView.class);

        press("sessions.end-others");
        assertThat(question()).isEqualTo(text("sessions.end-others.question"));
        confirm();

        assertThat(told()).containsExactly(text("sessions.end-others.done"));
        assertThat(shown()).doesNotContain("192.0.2.7", "192.0.2.8").contains(text("sessions.current"));
        assertThat(hasButton("sessions.end-others")).isFalse();
        assertThat(audited()).containsExactly("SESSIONS_ENDED " + person.email());
    }

    @Test
    void saying_no_ends_nothing() {
        var person = people.member();
        sessionOf(person, "Safari", "macOS", "192.0.2.7");
        signIn(person);
        open(ProfileView.class);

        press("sessions.end-others");
        cancel();

        assertThat(shown()).contains("192.0.2.7");
        assertThat(audited()).isEmpty();
    }

    @Test
    void a_known_browser_can_be_forgotten() {
        var person = people.member();
        knownBrowserOf(person, "Safari", "macOS", "192.0.2.7");
        signIn(person);
        open(ProfileView.class);
        assertThat(shown()).contains(text("browsers.title"), text("sessions.device", "Safari", "macOS"));

        press("browsers.forget");

        assertThat(told()).containsExactly(text("browsers.forgotten"));
        assertThat(shown()).doesNotContain(text("browsers.title"));
        assertThat(rowsOf(person, "known_browser")).isZero();
        assertThat(audited()).containsExactly("BROWSER_FORGOTTEN " + person.email() + " Safari, macOS");
    }
}
