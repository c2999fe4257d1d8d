package dev.latchkey.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latchkey@example.com",
                "Latchkey <latchkey@example.com>",
                "\"Schlüssel: Büro\" <latchkey@xn--bcher-kva.example>"
            })
    void a_sender_is_one_plain_address_with_or_without_a_name(String sender) {
        assertThat(MailAddress.isSender(sender)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "latchkey",
                "a@example.com, b@example.com",
                "g:a@example.com;",
                "Latchkey: Example <latchkey@example.com>",
                "latchkey@[127.0.0.1]",
                "latchkey@škoda.example",
                "Latchkey:latchkey@example.com",
                "Latchkey: latchkey@example.com;",
                "Example, Inc <latchkey@example.com>",
                "Latchkey (Example: Inc <latchkey@example.com>",
                "Latchkey <latchkey@example.com",
                "Latchkey latchkey@example.com",
                "<>",
                "Latchkey <>",
                "latchkey@example..com",
                "Latchkey <latchkey@example.com> and more",
                "Latchkey <@a.example:latchkey@example.com>",
                "Latch\r\nBcc: eve@example.com\r\n <latchkey@example.com>",
                "Latch\u0000key <latchkey@example.com>"
            })
    void FIELD_T2_FIELD_O7_a_sender_whose_address_would_be_cut_is_none(String sender) {
        assertThat(MailAddress.isSender(sender)).isFalse();
    }
}
