package dev.latchkey.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.latchkey.support.Rubbish;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressPropertyTest {

    @Test
    void PEER_50_whatever_is_taken_is_one_address_in_one_form_that_breaks_no_header_and_no_line() {
        Rubbish.often(20_000, rubbish -> {
            var typed = rubbish.of(List.of(
                    rubbish.text(300),
                    rubbish.text(20) + "@example.com",
                    "mia@" + rubbish.text(20) + ".example",
                    "mia@xn--" + rubbish.text(20) + ".example",
                    "\ufeffm\u200bia@b\u00fc" + rubbish.text(5) + "cher.example\u00a0",
                    "\"" + rubbish.text(10) + "\"@example.com"));
            EmailAddress.parse(typed).ifPresent(address -> {
                var value = address.value();
                assertThat(value)
                        .isNotBlank()
                        .isEqualTo(value.strip())
                        .isEqualTo(value.toLowerCase(Locale.ROOT))
                        .doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}]")
                        .matches("[!-~]+")
                        .doesNotContainPattern("[\\s<>()\\[\\]\\\\,;:\"]")
                        .hasSizeLessThanOrEqualTo(EmailAddress.LENGTH)
                        .contains("@");
                assertThat(EmailAddress.parse(value)).contains(address);
                assertThat(new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                        .isEqualTo(value);
            });
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "@",
                ".",
                "\u0315\u0300",
                "\u200b",
                "\u200d",
                "ü",
                "\ud834\udd6d",
                "-",
                "a.",
                "xn--",
                "\u3002",
                "\u0000"
            })
    void FIELD_A18_the_work_is_bounded_whatever_is_typed(String piece) {
        for (var typed : List.of(
                piece.repeat(2_000_000 / piece.length()),
                piece.repeat(1_000 / piece.length()),
                "a@" + piece.repeat(1_000 / piece.length()),
                piece.repeat(1_000 / piece.length()) + "@example.org",
                "a@xn--" + piece.repeat(900 / piece.length()) + ".org")) {
            EmailAddress.parse(typed);
            var before = allocated();
            EmailAddress.parse(typed);
            assertThat(allocated() - before).isLessThan(100_000);
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void FIELD_T2_a_domain_that_a_browser_has_rewritten_is_the_one_that_was_typed() {
        Rubbish.often(5_000, rubbish -> {
            var typed = "mia@" + rubbish.text(20) + "ü" + rubbish.text(20) + ".example";
            EmailAddress.parse(typed).ifPresent(address -> {
                assertThat(address.domain()).startsWith("xn--");
                assertThat(EmailAddress.parse(address.value().toUpperCase(Locale.ROOT)))
                        .contains(address);
                // Never by cutting: no address comes of the low bytes of another
                assertThat(address.value().getBytes(StandardCharsets.US_ASCII).length)
                        .isEqualTo(address.value().length());
            });
        });
    }

    @Test
    void PEER_50_blanks_and_capitals_around_an_address_make_no_other_of_it() {
        Rubbish.often(2_000, rubbish -> {
            var local = "m" + Long.toString(rubbish.number(), 36);
            var typed = " ".repeat(rubbish.number(3)) + local.toUpperCase(Locale.ROOT) + "@Example.COM"
                    + "\t".repeat(rubbish.number(3));

            assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(local + "@example.com"));
        });
    }
}
