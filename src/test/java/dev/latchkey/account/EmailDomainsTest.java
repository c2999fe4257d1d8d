package dev.latchkey.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Refusals;
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
    @ValueSource(
            strings = {
                "example",
                "*.example.com",
                "ex ample..com",
                "-x.com",
                "a@example.com",
                "10.0.0.1",
                "xn--zzzz.com"
            })
    void what_is_no_domain_is_refused(String typed) {
        Refusals.assertRefused(() -> EmailDomains.parse(typed), "settings.email-domains.invalid");
    }

    @Test
    void FIELD_T2_a_domain_is_one_however_it_is_written() {
        var domains = EmailDomains.parse(
                "\ufeffBÜCHER.example，xn--bcher-kva.example\u00a0、@b\u00fccher。example；bu\u0308cher.example");

        assertThat(domains.domains()).containsExactly("xn--bcher-kva.example");
        assertThat(domains.allow("xn--bcher-kva.example")).isTrue();
        assertThat(domains.allow("bucher.example")).isFalse();
    }

    @Test
    void a_list_that_was_stored_before_there_was_the_rule_stays_one_and_opens_nothing() {
        var domains = EmailDomains.ofStored("xn--zzzz.com");

        assertThat(domains.allow("example.com")).isFalse();
        assertThat(domains.stored()).isEqualTo("xn--zzzz.com");
    }

    @Test
    void a_list_without_an_end_is_not_read() {
        Refusals.assertRefused(
                () -> EmailDomains.parse("example.com ".repeat(10_000)), "settings.email-domains.too-many");
    }

    @Test
    void a_hundred_are_enough() {
        var many = IntStream.range(0, 101).mapToObj(i -> "d" + i + ".example").collect(Collectors.joining(" "));

        Refusals.assertRefused(() -> EmailDomains.parse(many), "settings.email-domains.too-many");
    }
}
