package dev.latchkey.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Rubbish;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

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
