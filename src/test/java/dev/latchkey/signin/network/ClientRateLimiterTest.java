package dev.latchkey.signin.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.common.AllOrNothing;
import dev.latchkey.signin.SignInProperties;
import dev.latchkey.signin.network.ClientRateLimiter.Crowd;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.Parallel;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@LatchkeyTest
class ClientRateLimiterTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private ClientRateLimiterRepository buckets;

    @Autowired
    private AllOrNothing allOrNothing;

    @Autowired
    private JdbcTemplate rows;

    @Autowired
    private MovableClock clock;

    private ClientRateLimiter rateLimiter;
    private String address;
    private int site;

    @BeforeEach
    void aBucketForTen() {
        rateLimiter = new ClientRateLimiter(
                buckets,
                allOrNothing,
                new SignInProperties(10, List.of(), Duration.ofHours(12), Duration.ofMinutes(30)),
                clock);
        site = NUMBER.incrementAndGet();
        address = "198.18." + site + ".1";
    }

    @Test
    void of_64_parallel_attempts_no_more_than_the_bucket_holds_get_through() throws Exception {
        var through =
                Parallel.times(64, () -> rateLimiter.take(address)).stream().filter(taken -> taken);

        assertThat(through).hasSize(10);
    }

    @Test
    void a_full_bucket_drains_within_a_minute_and_one_by_one() {
        IntStream.range(0, 10).forEach(i -> rateLimiter.take(address));

        assertThat(rateLimiter.take(address)).isFalse();
        clock.advance(Duration.ofSeconds(6));
        assertThat(rateLimiter.take(address)).isTrue();
        assertThat(rateLimiter.take(address)).isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(IntStream.range(0, 11).mapToObj(i -> rateLimiter.take(address)))
                .containsExactly(true, true, true, true, true, true, true, true, true, true, false);
    }

    @Test
    void a_clock_that_jumps_back_drains_nothing_and_fills_nothing() {
        IntStream.range(0, 9).forEach(i -> rateLimiter.take(address));
        clock.advance(Duration.ofHours(-1));

        assertThat(rateLimiter.take(address)).isTrue();
        assertThat(rateLimiter.take(address)).isFalse();
        clock.advance(Duration.ofHours(1));
    }

    @Test
    void FIELD_T10_only_what_was_wrong_counts() {
        IntStream.range(0, 100).forEach(i -> rateLimiter.isOpenTo(Crowd.STRANGERS, address));
        IntStream.range(0, 9).forEach(i -> rateLimiter.count(Crowd.STRANGERS, address));
        assertThat(rateLimiter.isOpenTo(Crowd.STRANGERS, address)).isTrue();
        rateLimiter.count(Crowd.STRANGERS, address);

        assertThat(rateLimiter.isOpenTo(Crowd.STRANGERS, address)).isFalse();
        clock.advance(Duration.ofSeconds(6));
        assertThat(rateLimiter.isOpenTo(Crowd.STRANGERS, address)).isTrue();
    }

    @Test
    void FIELD_T10_what_was_wrong_in_the_same_moment_counts_each_and_drains_no_faster() throws Exception {
        Parallel.times(20, () -> {
            rateLimiter.count(Crowd.STRANGERS, address);
            return true;
        });

        clock.advance(Duration.ofSeconds(60));
        assertThat(rateLimiter.isOpenTo(Crowd.STRANGERS, address)).isFalse();
        clock.advance(Duration.ofSeconds(6));
        assertThat(rateLimiter.isOpenTo(Crowd.STRANGERS, address)).isTrue();
    }

    @Test
    void FIELD_A12_a_wrong_one_counts_in_every_network_around_it() {
        IntStream.range(0, 20)
                .forEach(i -> rateLimiter.count(Crowd.STRANGERS, "2001:db8:%x:12%02x::1".formatted(site, i)));

        assertThat(rateLimiter.isOpenTo(Crowd.STRANGERS, "2001:db8:%x:12ff::1".formatted(site)))
                .isFalse();
        assertThat(rateLimiter.isOpenTo(Crowd.STRANGERS, "2001:db8:%x:1300::1".formatted(site)))
                .isTrue();
    }

    @Test
    void FIELD_A6_strangers_and_known_browsers_of_a_network_are_counted_apart() {
        IntStream.range(0, 10).forEach(i -> rateLimiter.count(Crowd.STRANGERS, address));
        assertThat(rateLimiter.isOpenTo(Crowd.KNOWN_BROWSERS, address)).isTrue();
        IntStream.range(0, 10).forEach(i -> rateLimiter.count(Crowd.KNOWN_BROWSERS, address));

        assertThat(rateLimiter.isOpenTo(Crowd.KNOWN_BROWSERS, address)).isFalse();
        clock.advance(Duration.ofSeconds(60));
        assertThat(rateLimiter.isOpenTo(Crowd.STRANGERS, address)).isTrue();
        assertThat(rateLimiter.isOpenTo(Crowd.KNOWN_BROWSERS, address)).isTrue();
    }

    @Test
    void FIELD_A12_sixty_networks_of_one_customer_get_no_further_than_two_of_them() {
        assertThat(throughFrom(60, i -> "2001:db8:%x:12%02x::1".formatted(site, i)))
                .isEqualTo(20);
        assertThat(rateLimiter.take("2001:db8:%x:1300::1".formatted(site)))
                .as("the customer next door")
                .isTrue();
    }

    @Test
    void FIELD_A12_a_site_with_every_customer_network_gets_no_further_than_four_networks() {
        assertThat(throughFrom(60, i -> "2001:db8:%x:%02x00::1".formatted(site, i)))
                .isEqualTo(40);
        assertThat(rateLimiter.take("2001:db8:%x::1".formatted(site + 0x1000)))
                .as("another site")
                .isTrue();
    }

    @Test
    void FIELD_A12_ipv4_addresses_beside_one_another_get_no_further_than_eight_of_them() {
        assertThat(throughFrom(60, i -> "198.18." + site + "." + i)).isEqualTo(80);
        assertThat(rateLimiter.take("198.19." + site + ".1")).as("far away").isTrue();
    }

    @Test
    void FIELD_A12_what_one_network_refuses_counts_in_none() {
        throughFrom(1, i -> "2001:db8:%x:1200::1".formatted(site));
        IntStream.range(0, 100).forEach(i -> rateLimiter.take("2001:db8:%x:1200::1".formatted(site)));
        assertThat(throughFrom(60, i -> "2001:db8:%x:12%02x::1".formatted(site, i + 1)))
                .as("knocking at one that is full fills nobody else's")
                .isEqualTo(10);
    }

    @Test
    void FIELD_A12_in_a_race_from_all_of_a_networks_addresses_the_bounds_hold() throws Exception {
        var number = new AtomicInteger();

        var through = Parallel.times(
                        64, () -> rateLimiter.take("2001:db8:%x:12%02x::1".formatted(site, number.incrementAndGet())))
                .stream()
                .filter(taken -> taken);

        assertThat(through).hasSize(20);
    }

    @Test
    void whoever_has_an_ipv6_network_has_one_bucket_for_all_of_its_addresses() {
        assertThat(throughFrom(12, i -> "2001:db8:%x:1200::%x".formatted(site, i)))
                .isEqualTo(10);
    }

    @Test
    void what_nobody_needs_any_more_is_forgotten() {
        rateLimiter.take(address);
        clock.advance(Duration.ofDays(1).plusSeconds(1));

        rateLimiter.deleteExpired();

        assertThat(rows.queryForObject(
                        "SELECT COUNT(*) FROM sign_in_pressure WHERE measured_at < ?",
                        Integer.class,
                        Timestamp.from(clock.instant().minus(Duration.ofDays(1)))))
                .isZero();
    }

    /** How many of ten attempts from each of so many addresses get through. */
    private long throughFrom(int addresses, IntFunction<String> address) {
        return IntStream.range(0, addresses)
                .mapToObj(address)
                .flatMap(one -> IntStream.range(0, 10).mapToObj(i -> one))
                .filter(rateLimiter::take)
                .count();
    }
}
