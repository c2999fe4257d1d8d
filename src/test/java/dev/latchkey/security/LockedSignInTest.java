package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.AuditLines;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.Mailbox;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.People.Person;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.code.SignInLock;
import dev.latchkey.twofactor.code.SignInUnlock;
import dev.latchkey.twofactor.directory.MemberDirectory;
import dev.latchkey.twofactor.directory.MemberFilter;
import dev.latchkey.twofactor.directory.MemberOrder;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.lockout.PasswordAttempts;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SecurityTest
class LockedSignInTest {

    @Autowired
    private People people;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private PasswordAttempts passwords;

    @Autowired
    private SignInUnlock unlock;

    @Autowired
    private MemberDirectory members;

    @Autowired
    private MovableClock clock;

    @Autowired
    private AuditLines trail;

    private Person administrator;
    private Person person;
    private AuthenticatorApp app;

    @BeforeEach
    void somebodyWithAnApp() {
        administrator = people.administrator();
        person = people.member();
        app = people.enrol(person);
    }

    @Test
    void AC_S_05_after_a_hundred_wrong_codes_administrators_see_it_and_one_of_them_unlocks() {
        IntStream.range(0, 100).forEach(i -> {
            clock.advance(Duration.ofHours(1));
            twoFactor.verifyAtSignIn(person.id(), "000000");
        });
        clock.advance(Duration.ofDays(30));
        assertThat(twoFactor.verifyAtSignIn(person.id(), app.code())).isEqualTo(new CodeResult.Locked());
        assertThat(lock()).isEqualTo(SignInLock.LOCKED);
        assertThat(new Mailbox(person.email()).await(1, "your login is locked").text())
                .contains("until an administrator unlocks your login");

        people.does(administrator, () -> unlock.unlock(administrator.id(), person.id()));

        assertThat(lock()).isEqualTo(SignInLock.NONE);
        assertThat(twoFactor.verifyAtSignIn(person.id(), app.code())).isEqualTo(new CodeResult.Accepted());
        assertThat(trail.actionsOn(person, "SIGN_IN_")).containsExactly("SIGN_IN_LOCKED", "SIGN_IN_UNLOCKED");
    }

    @Test
    void AC_S_05_a_wait_for_wrong_passwords_is_seen_and_lifted_too() {
        var email = new EmailAddress(person.email());
        IntStream.range(0, 5).forEach(i -> passwords.take(email));
        assertThat(lock()).isEqualTo(SignInLock.WAITING);

        people.does(administrator, () -> unlock.unlock(administrator.id(), person.id()));

        assertThat(lock()).isEqualTo(SignInLock.NONE);
        assertThat(passwords.take(email)).isEmpty();
    }

    private SignInLock lock() {
        var filter = new MemberFilter(person.email(), null, null);
        return people.as(administrator, () -> members.page(filter, MemberOrder.NAME, false, 0, 1))
                .getFirst()
                .lock();
    }
}
