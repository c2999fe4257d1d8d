package dev.latchkey.signin.navigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.common.text.Language;
import dev.latchkey.support.Browser;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.user.UserService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;

@LatchkeyTest
class PageLanguageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private UserService users;

    private Person person;
    private Browser german;

    @BeforeEach
    void openBrowser() {
        person = people.member();
        german = new Browser(port).withHeader("Accept-Language", "de-AT,en;q=0.5");
    }

    @Test
    void a_stranger_reads_the_language_of_their_browser() {
        assertThat(german.open("/login").body()).contains("<html lang=\"de-AT\"");
        assertThat(german.show("login").body()).contains("Passwort").doesNotContain("Password\"");
        var other = new Browser(port).withHeader("Accept-Language", "fr");
        assertThat(other.open("/login").body()).contains("<html lang=\"en-US\"");
        assertThat(other.show("login").body()).contains("Password").doesNotContain("Passwort");
    }

    @Test
    void what_a_user_chose_holds_in_every_browser() {
        choose(Language.ENGLISH);
        german.logIn(person.email(), People.PASSWORD);
        assertThat(german.open("/profile").body()).contains("<html lang=\"en\"");
        assertThat(german.show("profile").body()).contains("User Profile").doesNotContain("Benutzerprofil");

        choose(Language.GERMAN);
        var english = new Browser(port);
        english.logIn(person.email(), People.PASSWORD);
        assertThat(english.show("profile").body()).contains("Benutzerprofil");

        choose(null);
        assertThat(english.show("profile").body()).contains("User Profile");
        assertThat(german.show("profile").body()).contains("Benutzerprofil");
    }

    @Test
    void the_code_step_speaks_the_chosen_language_already() {
        people.enrol(person);
        choose(Language.GERMAN);
        var english = new Browser(port);
        english.logIn(person.email(), People.PASSWORD);

        assertThat(english.show("login/verify").body()).contains("Authentifizierungs\u00adcode");
    }

    @Test
    void error_pages_speak_it_too() {
        choose(Language.GERMAN);
        var english = new Browser(port);
        english.logIn(person.email(), People.PASSWORD);

        assertThat(english.open("/access-management/users").body())
                .contains("<html lang=\"de\"", "Diese Seite gibt es nicht");
    }

    @Test
    void mails_to_somebody_without_a_choice_follow_the_browser_of_the_last_sign_in() {
        assertThat(written()).isEqualTo(Language.ENGLISH);
        german.logIn(person.email(), People.PASSWORD);
        assertThat(written()).isEqualTo(Language.GERMAN);
        new Browser(port).logIn(person.email(), People.PASSWORD);
        assertThat(written()).isEqualTo(Language.ENGLISH);
        choose(Language.GERMAN);
        assertThat(written()).isEqualTo(Language.GERMAN);
    }

    @Test
    void a_password_without_its_code_changes_no_language_that_is_known() {
        people.enrol(person);
        german.logIn(person.email(), People.PASSWORD);
        assertThat(written()).isEqualTo(Language.GERMAN);

        new Browser(port).logIn(person.email(), People.PASSWORD);

        assertThat(written()).isEqualTo(Language.GERMAN);
    }

    @Test
    void nobody_chooses_for_another() {
        var other = people.member();

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> people.does(other, () -> users.chooseLanguage(person.id(), Language.GERMAN)));
    }

    private void choose(Language language) {
        people.does(person, () -> users.chooseLanguage(person.id(), language));
    }

    private Language written() {
        return Language.of(users.find(person.id()).orElseThrow().locale());
    }
}
