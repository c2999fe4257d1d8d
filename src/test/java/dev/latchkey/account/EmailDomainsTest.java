package dev.latchkey.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.component.RefusedException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailDomainsTest {

    @Test
    void without_any_every_domain_is_allowed() {
        assertThat(EmailDomains.parse(" \n").allow("example.org")).isTrue();
    }

    @Test
    void with_some_these_are_allowed_and_their_subdomains_are_not() {
        var domains = EmailDomains.parse("@Example.com,\n example.org example.com;");

        assertThat(domains.domains()).containsExactly("example.com", "example.org");
        assertThat(domains.allow("example.com")).isTrue();
        assertThat(domains.allow("mail.example.com")).isFalse();
        assertThat(domains.allow("badexample.com")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"example", "*.example.com", "ex ample..com", "-x.com", "a@example.com", "exämple.com"})
    void what_is_no_domain_is_refused(String typed) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> EmailDomains.parse(typed))
                .withMessage("settings.email-domains.invalid");
    }

    @Test
    void a_hundred_are_enough() {
        var many = IntStream.range(0, 101).mapToObj(i -> "d" + i + ".example").collect(Collectors.joining(" "));

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> EmailDomains.parse(many))
                .withMessage("settings.email-domains.too-many");
    }
}
