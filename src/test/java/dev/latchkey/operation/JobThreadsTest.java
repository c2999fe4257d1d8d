package dev.latchkey.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.mail.MailKind;
import dev.latchkey.mail.Outbox;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MoodySmtp;
import dev.latchkey.support.People;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.password.reset.PasswordResetRequests;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.transaction.support.TransactionTemplate;

/** One slow job delays no other. */
@LatchkeyTest
class JobThreadsTest {

    @Autowired
    private Collection<ScheduledTaskHolder> jobs;

    @Autowired
    @Qualifier("jobScheduler")
    private ThreadPoolTaskScheduler scheduler;

    @Autowired
    private PasswordResetRequests requests;

    @Autowired
    private Outbox outbox;

    @Autowired
    private People people;

    @Autowired
    private JavaMailSenderImpl mailSender;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    /** A new one belongs here with the answer to: how long can one run of it take? */
    @Test
    void these_are_all_jobs_and_each_has_a_thread() {
        assertThat(names())
                .containsExactlyInAnyOrder(
                        // as many seconds as a run may take and those of one mail
                        "OutboxSender.sendDue",
                        // 500 short transactions
                        "PasswordResetRequests.answerAll",
                        // as many
                        "GuessedPasswords.notifyOwners",
                        // 25 batches of 20 users, a transaction each
                        "BulkJob.work",
                        // A look at every address, and a transaction for each that is not in its form
                        "AddressMigration.migrate",
                        // Three statements for each thousand users, once an hour
                        "DailyObservation.observe",
                        // one statement, and a mail for each member once
                        "EnforcementStart.beginDue",
                        // the same for groups
                        "GroupEnforcementStart.beginDue",
                        // 20 batches
                        "SealingJob.seal",
                        // one statement and one line
                        "RefusedPasswords.sumUp",
                        // An insert that is rolled back, and two statements; six seconds if the database hangs
                        "NodeCheck.watch",
                        // A file of a few hundred bytes and four statements
                        "KeysetRefresh.refresh",
                        // 5,000 secrets, a statement each
                        "ReencryptionJob.reencrypt",
                        // 500 short transactions for each import that runs
                        "ImportJob.goOn",
                        // 100 statements, each with the rows of ten imports
                        "ImportRetention.deleteExpired",
                        // 100 statements each
                        "OutboxRetention.deleteOld",
                        "BulkRetention.deleteOld",
                        "OneTimeLinks.deleteExpired",
                        "KnownBrowsers.deleteExpired",
                        "PasswordResetRequests.deleteExpired",
                        "PasswordAttempts.deleteExpired",
                        "SessionRegistry.deleteExpired",
                        "ClientRateLimiter.deleteExpired");
        assertThat(scheduler.getScheduledThreadPoolExecutor().getCorePoolSize()).isEqualTo(names().size());
    }

    @Test
    void FIELD_O5_any_jobs_that_hang_leave_a_thread_to_the_one_that_does_not() {
        var over = new CountDownLatch(1);
        try {
            for (var i = 1; i < names().size(); i++) {
                scheduler.execute(() -> {
                    try {
                        over.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            }
            assertThatOthersGoOn();
        } finally {
            over.countDown();
        }
    }

    @Test
    void FIELD_O5_a_mail_server_that_does_not_answer_delays_no_other_job() throws Exception {
        var port = mailSender.getPort();
        try (var smtp = new MoodySmtp()) {
            mailSender.setPort(smtp.port());
            smtp.takeOnly(0);
            var person = people.member();
            transaction.executeWithoutResult(
                    status -> outbox.enqueue(MailKind.plain("TWO_FACTOR_TURNED_ON"), person.id()));
            await().until(smtp::keepsSomebodyWaiting);

            assertThatOthersGoOn();
            assertThat(smtp.keepsSomebodyWaiting()).isTrue();
            smtp.goOn();
            await().until(() -> smtp.taken().containsKey(person.email()));
        } finally {
            mailSender.setPort(port);
        }
    }

    private void assertThatOthersGoOn() {
        requests.take(new EmailAddress("nobody@example.com"), "192.0.2.1");
        await().until(() -> Boolean.FALSE.equals(
                jdbc.queryForObject("SELECT EXISTS (SELECT 1 FROM password_reset_request)", Boolean.class)));
    }

    private Collection<String> names() {
        return jobs.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .map(job -> job.toString().replaceFirst("dev\\.latchkey\\.([a-z]+\\.)+", ""))
                .toList();
    }
}
