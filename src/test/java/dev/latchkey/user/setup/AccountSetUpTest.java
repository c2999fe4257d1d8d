package dev.latchkey.user.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.common.RefusedException;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import dev.latchkey.support.People;
import dev.latchkey.support.Refusals;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.link.LinkPurpose;
import dev.latchkey.user.link.OneTimeLinks;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@LatchkeyTest
class AccountSetUpTest {

    @Autowired
    private AccountSetUp setUp;

    @Autowired
    private OneTimeLinks links;

    @Autowired
    private People people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void once_there_is_a_user_there_is_no_link_and_an_old_one_founds_nothing() {
        people.member();
        var token = issue();

        assertThat(setUp.issueLink()).isEmpty();
        assertThat(setUp.isOpen(token)).isFalse();
        assertThat(found(token, "Example Inc", "a-long-enough-one")).isFalse();
    }

    @Test
    void a_link_lives_half_an_hour() {
        var token = issue();
        clock.advance(AccountSetUp.LINK_LIFE.minusSeconds(1));
        assertThat(links.isLive(LinkPurpose.SET_UP, token)).isTrue();

        clock.advance(Duration.ofSeconds(1));

        assertThat(links.isLive(LinkPurpose.SET_UP, token)).isFalse();
        assertThat(redeem(token)).isFalse();
    }

    @Test
    void a_link_that_has_expired_is_deleted_and_one_that_lives_is_not() {
        issue();
        clock.advance(AccountSetUp.LINK_LIFE);
        var live = transaction.execute(status -> links.issueBeside(LinkPurpose.SET_UP, null, AccountSetUp.LINK_LIFE));
        links.deleteExpired();

        assertThat(links.isLive(LinkPurpose.SET_UP, live)).isTrue();
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM one_time_link WHERE expires_at <= ?",
                        Integer.class,
                        Timestamp.from(clock.instant())))
                .isZero();
    }

    @Test
    void a_new_link_voids_the_one_before() {
        var first = issue();
        var second = issue();

        assertThat(redeem(first)).isFalse();
        assertThat(redeem(second)).isTrue();
    }

    @Test
    void of_several_who_redeem_a_link_at_once_one_does() throws Exception {
        var token = issue();

        assertThat(Parallel.times(8, () -> redeem(token))).containsOnlyOnce(true);
    }

    @Test
    void what_the_form_would_not_let_pass_the_service_does_not_either() {
        Refusals.assertRefused(() -> found(issue(), "Two\r\nlines", "a-long-enough-one"), "name.refused.character");
        assertThat(Stream.of("short", "x".repeat(129), "password", "Example Inc", "ada.admin", "latchkey"))
                .allSatisfy(password -> assertThatExceptionOfType(RefusedException.class)
                        .isThrownBy(() -> found(issue(), "Example Inc", password)));
    }

    private String issue() {
        return transaction.execute(status -> links.issue(LinkPurpose.SET_UP, null, AccountSetUp.LINK_LIFE));
    }

    private boolean redeem(String token) {
        return Boolean.TRUE.equals(transaction.execute(status -> links.redeem(LinkPurpose.SET_UP, token)));
    }

    private boolean found(String token, String company, String password) {
        return setUp.found(token, company, new EmailAddress("ada@example.com"), "Ada Admin", password);
    }
}
