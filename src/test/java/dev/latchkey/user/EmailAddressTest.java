package dev.latchkey.user;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void an_address_that_no_mail_server_takes_is_refused() {
        assertThat(EmailAddress.parse("a".repeat(243) + "@example.com")).isEmpty();
    }
}
