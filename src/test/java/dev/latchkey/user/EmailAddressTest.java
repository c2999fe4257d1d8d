package dev.latchkey.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @Test
    void blanks_around_it_and_capitals_do_not_matter() {
        assertThat(EmailAddress.parse("  Mia.Member+x@Example.COM "))
                .contains(new EmailAddress("mia.member+x@example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mia",
                "@example.com",
                "mia@",
                "mia member@example.com",
                "mia@example.com, all@example.com",
                "Mia <mia@example.com>",
                "mia@example.com\r\nBcc: all@example.com"
            })
    void anything_but_one_address_is_refused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "info@škoda.example, info@xn--koda-f6a.example",
        "info@ŠKODA.example, info@xn--koda-f6a.example",
        "info@xn--koda-f6a.example, info@xn--koda-f6a.example",
        "info@XN--KODA-F6A.example, info@xn--koda-f6a.example",
        "info@s\u030ckoda.example, info@xn--koda-f6a.example",
        "info@bücher.example, info@xn--bcher-kva.example",
        "info@straße.example, info@xn--strae-oqa.example",
        "info@例え。テスト, info@xn--r8jz45g.xn--zckzah",
        "info@ｅｘａｍｐｌｅ.com, info@example.com",
        "info@نامه\u200cای.example, info@xn--mgba3gch31f060k.example",
        "admin@localhost, admin@localhost",
        "info@ab--cd.example, info@ab--cd.example"
    })
    void FIELD_T2_the_domain_has_one_ascii_form(String typed, String form) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(form));
        assertThat(EmailAddress.parse(form)).contains(new EmailAddress(form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ufeffada@example.org",
                "\u00a0ada@example.org\u00a0",
                "\u200bada@example.org\u200b\u200b",
                "\u202aada@example.org\u202c",
                "\u2068ada@example.org\u2069",
                "a\u00adda@exam\u00adple.org",
                "ada\u200b@\u200bexample.org",
                "ada@exam\u200cple.org",
                "ada@exam\u200eple.org",
                "\u3000ADA@Example.org\u2003\r\n\u0085",
                "\u2060ada@example.\ufe0forg\u200d"
            })
    void FIELD_P4_what_nobody_sees_is_gone(String typed) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress("ada@example.org"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user@[127.0.0.1] | NO_DOMAIN",
                "user@[IPv6:::1] | NO_DOMAIN",
                "user@127.0.0.1 | NO_DOMAIN",
                "g:a@evil; | NO_DOMAIN",
                "g:a@evil.example | NO_ADDRESS",
                "@relay.example:ada@example.org | NO_ADDRESS",
                "@relay.example,@b.example:ada@example.org | NO_ADDRESS",
                "\"ada lovelace\"@example.org | QUOTED",
                "\"ada\"@example.org | QUOTED",
                "käthe@example.org | NOT_ASCII",
                "ka\u0308the@example.org | NOT_ASCII",
                "\u0430da@example.org | NOT_ASCII",
                "\u212aarl@example.org | NOT_ASCII",
                "ada@@example.org | NO_ADDRESS",
                "ada@exa mple.org | NO_DOMAIN",
                "ada@exa_mple.org | NO_DOMAIN",
                "ada@example.org. | NO_DOMAIN",
                "ada@.example.org | NO_DOMAIN",
                "ada@xn--zzzzzzzz9.org | NO_DOMAIN",
                "ada@exa\u0000mple.org | NO_DOMAIN",
                "a\u0000da@example.org | NO_ADDRESS",
                "a\u00a0da@example.org | NOT_ASCII",
                "ada.@example.org | NO_ADDRESS",
                "a..da@example.org | NO_ADDRESS",
                "ada\ud800@example.org | NOT_ASCII",
                "ada@exam\ud800ple.org | NO_DOMAIN",
                "ada | NO_ADDRESS"
            })
    void FIELD_A18_what_is_no_plain_address_is_refused_with_its_reason(String typed, EmailAddressFault fault) {
        assertThat(EmailAddress.read(typed)).isEqualTo(new EmailAddress.Reading.Refused(fault));
    }

    @Test
    void FIELD_A18_what_is_too_long_is_not_even_looked_at() {
        var endless = "\u0315".repeat(500_000) + "\u0300".repeat(500_000) + "@example.org";

        assertThat(EmailAddress.read(endless)).isEqualTo(new EmailAddress.Reading.Refused(EmailAddressFault.TOO_LONG));
        assertThat(EmailAddress.read("a".repeat(1_012) + "@example.org"))
                .isEqualTo(new EmailAddress.Reading.Refused(EmailAddressFault.TOO_LONG));
        assertThat(EmailAddress.parse("\u200b".repeat(1_013) + "@example.org")).isEmpty();
    }

    @Test
    void an_address_that_no_mail_server_takes_is_refused() {
        assertThat(EmailAddress.parse("a".repeat(243) + "@example.com")).isEmpty();
    }
}
