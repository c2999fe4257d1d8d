package dev.latchkey.twofactor.enforcement.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.latchkey.support.People.Person;
import dev.latchkey.support.ViewTest;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailProgressPanelTest extends ViewTest {

    @BeforeEach
    void enforced() {
        jdbc.update(
                "UPDATE account SET enforced_since = ?, enforcement_version = enforcement_version + 1",
                Timestamp.from(clock.instant()));
    }

    @Test
    void where_no_mail_was_set_off_there_is_nothing_to_see() {
        open();

        assertThat(all(MailProgressPanel.class)).isEmpty();
    }

    @Test
    void when_all_have_left_there_is_a_summary_and_nothing_to_do_and_the_page_asks_no_more() {
        mailTo(people.member(), "SENT", null, "");
        open();

        assertThat(shown()).contains(text("mails.summary", 1, 1, 0, 0));
        assertThat(bars()).isEmpty();
        assertThat(hasButton("mails.retry-all")).isFalse();
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    @Test
    void as_long_as_some_wait_a_bar_shows_how_far_it_is_and_the_page_asks_again() {
        mailTo(people.member(), "SENT", null, "");
        mailTo(people.member(), "WAITING", null, "");
        open();

        assertThat(shown()).contains(text("mails.summary", 1, 2, 1, 0));
        assertThat(bars()).singleElement().satisfies(bar -> {
            assertThat(bar.getValue()).isEqualTo(1);
            assertThat(bar.getMax()).isEqualTo(2);
        });
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(1_000);
    }

    /** Not that of the logo on the same page. */
    private static List<ProgressBar> bars() {
        return all(ProgressBar.class).stream()
                .filter(bar -> text("mails.progress").equals(bar.getElement().getAttribute("aria-label")))
                .toList();
    }

    @Test
    void a_refused_mail_is_listed_with_its_reason_and_can_be_tried_again() {
        var refused = people.member();
        mailTo(refused, "FAILED", "REFUSED", "550 no such mailbox");
        mailTo(people.member(), "SENT", null, "");
        open();
        assertThat(row(refused.email()).cell("mails.state")).isEqualTo(text("mails.failed"));
        assertThat(row(refused.email()).cell("mails.reason")).isEqualTo("550 no such mailbox");
        assertThat(hasButton("mails.retry-all")).isFalse();

        row(refused.email()).press("grid.actions", "mails.retry");

        assertThat(audited()).startsWith("EMAIL_RETRIED 1");
        assertThat(shown()).doesNotContain(text("mails.summary", 1, 2, 0, 1));
    }

    @Test
    void several_refused_mails_are_tried_again_at_once() {
        mailTo(people.member(), "FAILED", "UNREACHABLE", "");
        mailTo(people.member(), "FAILED", "REFUSED", "550 no such mailbox");
        open();
        assertThat(rows()).hasSize(2);
        assertThat(shown()).contains(text("mails.summary", 0, 2, 0, 2));

        assertThat(shownIn(one(MailProgressPanel.class))).as("to be copied").contains("\t550 no such mailbox");

        press("mails.retry-all");

        assertThat(audited()).startsWith("EMAIL_RETRIED 2");
    }

    @Test
    void a_mail_that_waits_for_another_try_says_why_and_has_no_button() {
        var waiting = people.member();
        mailTo(waiting, "WAITING", "UNREACHABLE", "");
        open();

        assertThat(row(waiting.email()).cell("mails.reason")).isEqualTo(text("mail.problem.unreachable"));
        assertThat(row(waiting.email()).part("grid.actions").isVisible()).isFalse();
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(5_000);
    }

    private void open() {
        signIn(people.administrator());
        open(AuthenticationSettingsView.class);
    }

    private void mailTo(Person person, String status, String problem, String failure) {
        jdbc.update(
                "INSERT INTO outbox_message (kind, recipient_id, reference, status, problem, failure, created_at,"
                        + " next_attempt_at) SELECT 'SECRET_ENFORCED', ?, enforcement_version, ?, ?, ?, ?, ?"
                        + " FROM account",
                person.id(),
                status,
                problem,
                failure,
                Timestamp.from(clock.instant()),
                Timestamp.from(clock.instant().plus(Duration.ofDays(1))));
    }
}
