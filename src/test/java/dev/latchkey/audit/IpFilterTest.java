package dev.latchkey.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpFilterTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, c0000201, c0000201",
        "192.0.2.9/24, c0000200, c00002ff",
        "192.0.2.130/25, c0000280, c00002ff",
        "0.0.0.0/0, 00000000, ffffffff",
        "2001:db8::/33, 20010db8000000000000000000000000, 20010db87fffffffffffffffffffffff",
        "::1, 00000000000000000000000000000001, 00000000000000000000000000000001",
    })
    void an_address_and_a_range_have_a_first_and_a_last_address(String typed, String low, String high) {
        var filter = IpFilter.parse(" " + typed + " ").orElseThrow();

        assertThat(HexFormat.of().formatHex(filter.low())).isEqualTo(low);
        assertThat(HexFormat.of().formatHex(filter.high())).isEqualTo(high);
        assertThat(filter.beginning()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192", "192.0.2.", "192.0.2", "2001:db8", "fe80:"})
    void the_beginning_of_an_address_is_one(String typed) {
        var filter = IpFilter.parse(typed).orElseThrow();

        assertThat(filter.beginning()).isEqualTo(typed);
        assertThat(filter.low()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.com",
                "192.0.2.1/33",
                "192.0.2.1/",
                "192.0/16",
                "::/129",
                "1/2/3",
                "'",
                "%",
                "fe80::1%eth0"
            })
    void what_is_neither_is_refused_and_never_looked_up(String typed) {
        assertThat(IpFilter.parse(typed)).isEmpty();
    }

    @Test
    void nothing_typed_means_any() {
        assertThat(IpFilter.parse("  ")).contains(IpFilter.ANY);
    }
}
