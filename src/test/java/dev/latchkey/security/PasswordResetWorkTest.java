package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.signin.password.ForgottenPassword;
import dev.latchkey.support.NotedStatements;
import dev.latchkey.support.PasswordLinks;
import dev.latchkey.support.People;
import dev.latchkey.user.EmailAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is done while somebody waits for the answer takes as long as it takes, so it is the same for everybody. */
@SecurityTest
class PasswordResetWorkTest {

    @Autowired
    private ForgottenPassword forgottenPassword;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private NotedStatements statements;

    @Autowired
    private People people;

    @Test
    void AC_S_19_asking_has_the_database_do_the_same_for_a_user_as_for_anybody() {
        var forUser = ask(people.member().email());
        var forNobody = ask("nobody@example.org");

        assertThat(forUser).hasSizeGreaterThan(1).isEqualTo(forNobody);
        links.settle();
    }

    private List<String> ask(String email) {
        statements.taken();
        forgottenPassword.ask(new EmailAddress(email), "198.18.0.1");
        return statements.taken();
    }
}
