package dev.latchkey.support;

import static org.awaitility.Awaitility.await;

import dev.latchkey.mail.outbox.OutboxPump;
import dev.latchkey.support.People.Person;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.password.reset.PasswordResetRequests;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Links to a new password, from the asking to the mail. */
public final class PasswordLinks {

    /** Part of the subject of the mail with the link. */
    public static final String SUBJECT = "choose a new password";

    private final PasswordResetRequests requests;
    private final OutboxPump outbox;
    private final JdbcTemplate jdbc;

    PasswordLinks(PasswordResetRequests requests, OutboxPump outbox, JdbcTemplate jdbc) {
        this.requests = requests;
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    /** Asks for a link and returns when all that comes of it has been mailed. */
    public void ask(String email) {
        requests.take(new EmailAddress(email), "192.0.2.1");
        settle();
    }

    /** Returns when whatever was asked for has been answered and mailed. */
    public void settle() {
        requests.answerAll();
        // What the schedule had taken just before
        await().until(() -> Boolean.FALSE.equals(
                jdbc.queryForObject("SELECT EXISTS (SELECT 1 FROM password_reset_request)", Boolean.class)));
        outbox.run();
    }

    /** The token of a link that is asked for now. */
    public String tokenFor(Person person) {
        var before = tokensOf(person).size();
        ask(person.email());
        new Mailbox(person.email()).await(before + 1, SUBJECT);
        return tokensOf(person).getLast();
    }

    /** What is stored of all links, of whatever purpose, in place of their tokens, in hexadecimal digits. */
    public List<String> stored() {
        return jdbc.queryForList("SELECT LOWER(HEX(token_hash)) FROM one_time_link", String.class);
    }

    /** The tokens of all links that were mailed to the person, oldest first. */
    public List<String> tokensOf(Person person) {
        return new Mailbox(person.email())
                .mails().stream()
                        .filter(mail -> mail.subject().contains(SUBJECT))
                        .map(mail -> Mailbox.tokenOf(mail, "reset-password"))
                        .toList();
    }
}
