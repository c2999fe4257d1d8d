package dev.latchkey.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@LatchkeyTest
class SignInPressureTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private JdbcTemplate rows;

    @Autowired
    private MovableClock clock;

    private SignInPressure pressure;
    private String address;

    @BeforeEach
    void aBucketForTen() {
        pressure = new SignInPressure(
                jdbc, new SignInProperties(10, List.of(), Duration.ofHours(12), Duration.ofMinutes(30)), clock);
        address = "198.51.100." + NUMBER.incrementAndGet();
    }

    @Test
    void of_64_parallel_attempts_no_more_than_the_bucket_holds_get_through() throws Exception {
        var through = Parallel.times(64, () -> pressure.take(address)).stream().filter(taken -> taken);

        assertThat(through).hasSize(10);
    }

    @Test
    void a_full_bucket_drains_within_a_minute_and_one_by_one() {
        IntStream.range(0, 10).forEach(i -> pressure.take(address));

        assertThat(pressure.take(address)).isFalse();
        clock.advance(Duration.ofSeconds(6));
        assertThat(pressure.take(address)).isTrue();
        assertThat(pressure.take(address)).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(IntStream.range(0, 11).mapToObj(i -> pressure.take(address)))
                .containsExactly(true, true, true, true, true, true, true, true, true, true, false);
    }

    @Test
    void a_clock_that_jumps_back_drains_nothing_and_fills_nothing() {
        IntStream.range(0, 9).forEach(i -> pressure.take(address));
        clock.advance(Duration.ofHours(-1));

        assertThat(pressure.take(address)).isTrue();
        assertThat(pressure.take(address)).isFalse();
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void what_was_no_failure_is_given_back() {
        IntStream.range(0, 10).forEach(i -> pressure.take(address));
        pressure.giveBack(address);

        assertThat(pressure.take(address)).isTrue();
        assertThat(pressure.take(address)).isFalse();
    }

    @Test
    void whoever_has_an_ipv6_network_has_one_bucket_for_all_of_its_addresses() {
        assertThat(SignInPressure.network("2001:db8:1:2:aaaa::1"))
                .isEqualTo(SignInPressure.network("2001:db8:1:2::bbbb"))
                .isNotEqualTo(SignInPressure.network("2001:db8:1:3::bbbb"));
        assertThat(SignInPressure.network("192.0.2.1")).isNotEqualTo(SignInPressure.network("192.0.2.2"));
    }

    @Test
    void what_nobody_needs_any_more_is_forgotten() {
        pressure.take(address);
        clock.advance(Duration.ofDays(1).plusSeconds(1));

        pressure.forgetTheOld();

        assertThat(rows.queryForObject(
                        "SELECT COUNT(*) FROM sign_in_pressure WHERE network = ?",
                        Integer.class,
                        SignInPressure.network(address)))
                .isZero();
    }
}
