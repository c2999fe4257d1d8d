package dev.latchkey.user.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.MovableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** An hour at the help desk is not an hour of codes, and an open session is no key for a day. */
class RecentFactorTest {

    private static final Duration A_LITTLE_LESS = RecentFactor.VALIDITY.minusSeconds(1);

    private final MovableClock clock = new MovableClock();
    private final RecentFactor factor = new RecentFactor(user -> true, clock);
    private final Authentication proven = new TestingAuthenticationToken(
            "ada",
            "",
            List.of(FactorGrantedAuthority.withAuthority(RecentFactor.CODE)
                    .issuedAt(clock.instant())
                    .build()));

    @BeforeEach
    void inASession() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    }

    @AfterEach
    void outside() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void ten_minutes_without_a_sensitive_action_end_it() {
        clock.advance(RecentFactor.VALIDITY);

        assertThat(factor.isProvenBy(proven, 1)).isFalse();
    }

    @Test
    void each_sensitive_action_extends_it_up_to_thirty_minutes() {
        clock.advance(A_LITTLE_LESS);
        assertThat(factor.isProvenBy(proven, 1)).isTrue();
        clock.advance(A_LITTLE_LESS);
        assertThat(factor.isProvenBy(proven, 1)).isTrue();
        clock.advance(A_LITTLE_LESS);
        assertThat(factor.isProvenBy(proven, 1)).as("after 29:57").isTrue();
        clock.advance(Duration.ofSeconds(3));

        assertThat(factor.isProvenBy(proven, 1)).as("after 30:00").isFalse();
    }

    @Test
    void a_question_extends_nothing() {
        clock.advance(A_LITTLE_LESS);
        assertThat(factor.isProven(proven, 1)).isTrue();
        clock.advance(Duration.ofSeconds(1));

        assertThat(factor.isProven(proven, 1)).isFalse();
    }

    @Test
    void what_was_refused_extends_nothing() {
        clock.advance(RecentFactor.VALIDITY);
        factor.isProvenBy(proven, 1);

        assertThat(factor.isProvenBy(proven, 1)).isFalse();
    }

    @Test
    void in_another_session_nothing_is_extended() {
        clock.advance(A_LITTLE_LESS);
        factor.isProvenBy(proven, 1);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        clock.advance(Duration.ofSeconds(1));

        assertThat(factor.isProvenBy(proven, 1)).isFalse();
    }
}
