package dev.latchkey.signin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.signin.SignInProperties;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ClientAddressFilterTest {

    private static final List<String> TRUSTED = List.of("10.0.0.0/8", "2001:db8:ffff::/48");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    203.0.113.9                        | 203.0.113.9
                    203.0.113.9:51234                  | 203.0.113.9
                    [2001:db8::1]:443                  | 2001:db8:0:0:0:0:0:1
                    2001:db8::1                        | 2001:db8:0:0:0:0:0:1
                    198.51.100.7, 203.0.113.9          | 203.0.113.9
                    198.51.100.7, 203.0.113.9, 10.0.0.2 | 203.0.113.9
                    10.9.9.9, 10.0.0.2                 | 10.9.9.9
                    """)
    void FIELD_T11_behind_a_trusted_proxy_the_client_is_the_last_that_is_none_of_them(String header, String client) {
        assertThat(clientOf("10.0.0.1", TRUSTED, header)).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"unknown", "localhost", "example.com", "999.1.1.1", "1.2.3", "", ",", "203.0.113.9:99x", "0x7f.1"
            })
    void FIELD_T11_what_is_no_address_is_the_peers_and_no_name_is_looked_up(String header) {
        assertThat(clientOf("10.0.0.1", TRUSTED, header)).isEqualTo("10.0.0.1");
    }

    @Test
    void FIELD_T11_three_hundred_letters_and_a_hundred_addresses_are_bounded() {
        assertThat(clientOf("10.0.0.1", TRUSTED, "a".repeat(300))).isEqualTo("10.0.0.1");
        assertThat(clientOf("10.0.0.1", TRUSTED, "203.0.113.9, " + "10.0.0.2, ".repeat(100) + "10.0.0.3"))
                .isEqualTo("10.0.0.2");
    }

    @Test
    void FIELD_T12_FIELD_A13_nobody_who_is_not_named_is_believed_not_even_in_a_private_network() {
        assertThat(clientOf("192.168.1.20", List.of(), "203.0.113.9")).isEqualTo("192.168.1.20");
        assertThat(clientOf("127.0.0.1", List.of(), "203.0.113.9")).isEqualTo("127.0.0.1");
        assertThat(clientOf("192.168.1.20", TRUSTED, "203.0.113.9")).isEqualTo("192.168.1.20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0.0/x", "*", "::1/129"})
    void FIELD_T12_a_range_that_is_none_stops_the_start_with_a_sentence(String range) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(List.of(range)))
                .withMessageContaining("LATCHKEY_SIGN_IN_TRUSTED_PROXIES");
    }

    private static String clientOf(String peer, List<String> trusted, String header) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        request.addHeader("X-Forwarded-For", header);
        var seen = new AtomicReference<String>();
        try {
            new ClientAddressFilter(properties(trusted))
                    .doFilter(
                            request,
                            new MockHttpServletResponse(),
                            (passed, response) -> seen.set(passed.getRemoteAddr()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return seen.get();
    }

    private static SignInProperties properties(List<String> trusted) {
        return new SignInProperties(30, trusted, Duration.ofHours(12), Duration.ofMinutes(30));
    }
}
