package dev.latchkey.user.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.common.RefusedException;
import dev.latchkey.support.Refusals;
import dev.latchkey.support.Rubbish;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.EmailAddressFault;
import dev.latchkey.user.address.AddressList.Item.Found;
import dev.latchkey.user.address.AddressList.Item.NotUnderstood;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressListTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lovelace, Ada <ada@example.org>; Babbage, Charles <charles@example.org>; ",
                "Lovelace, Ada <ada@example.org>, Babbage, Charles <charles@example.org>,",
                "\"Lovelace, Ada\" <ada@example.org>, \"Babbage, Charles\" <charles@example.org>",
                "\"Lovelace, Ada\" <ADA@example.org>;\"Babbage, Charles\"<charles@example.org>",
                "\ufeffLovelace, Ada <ada@example.org>\r\nBabbage, Charles <charles@example.org>\r\n",
                "Lovelace，Ada <ada@example.org>；Babbage、Charles <charles@example.org>",
                "“Lovelace, Ada” <ada@example.org>; 'Babbage, Charles' <mailto:charles@example.org>",
                "Name\tEmail\nLovelace, Ada\tada@example.org\nBabbage, Charles\tcharles@example.org",
                "E-Mail-Adresse\tName\r\nada@example.org\tLovelace, Ada\r\ncharles@example.org\tBabbage, Charles\r\n",
                "Lovelace, Ada\tada@example.org\nBabbage, Charles\tcharles@example.org",
                "ada@example.org\tLovelace, Ada\n\ncharles@example.org\tBabbage, Charles\t",
                "Name;Email\n\"Lovelace, Ada\";ada@example.org\n\"Babbage, Charles\";charles@example.org",
                "name,email\n\"Lovelace, Ada\",ada@example.org\n\"Babbage, Charles\",<charles@example.org>",
                "Lovelace, Ada, ada@example.org\nBabbage, Charles, charles@example.org",
                "• Lovelace, Ada <ada@example.org>\n• Babbage, Charles <charles@example.org>",
                "Lovelace, Ada <ada@example.org>; ada@example.org; Babbage, Charles <charles@example.org>"
            })
    void FIELD_P3_addresses_are_taken_with_their_names(String pasted) {
        assertThat(names(pasted))
                .containsExactly("ada@example.org=Lovelace, Ada", "charles@example.org=Babbage, Charles");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org charles@example.org",
                "ada@example.org,charles@example.org",
                "ada@example.org，charles@example.org、",
                "ada@example.org；charles@example.org;;",
                "ada@example.org\r\n\r\ncharles@example.org\r\n",
                "mailto:ada@example.org\nMAILTO:charles@example.org?subject=Hello",
                "<ada@example.org> <charles@example.org>",
                "ada@example.org<mailto:ada@example.org>; charles@example.org<mailto:charles@example.org>",
                "(ada@example.org), 'charles@example.org'.",
                "\ufeff\u00a0ada@example.org\u00a0,\u200bcharles@example.org\u200b",
                "Email\nada@example.org; charles@example.org",
                "\"ada@example.org\" <ada@example.org>; charles@example.org <charles@example.org>",
                "ada@example.org\tcharles@example.org",
                "[\"ada@example.org\",\"charles@example.org\"]",
                "ada@example.org \"charles@example.org\"",
                "\"ada@example.org\",\"charles@example.org\"",
                "\"ada@example.org\";\"charles@example.org\"\n",
                "“ada@example.org” “charles@example.org”",
                "'ada@example.org' 'charles@example.org'",
                "«ada@example.org», «charles@example.org»"
            })
    void FIELD_P3_addresses_are_taken_without_names(String pasted) {
        assertThat(names(pasted)).containsExactly("ada@example.org=", "charles@example.org=");
    }

    @Test
    void FIELD_P3_a_name_may_stand_around_an_address_in_many_ways() {
        assertThat(names("Ada Lovelace <ada@example.org>")).containsExactly("ada@example.org=Ada Lovelace");
        assertThat(names("Ada Lovelace ada@example.org")).containsExactly("ada@example.org=Ada Lovelace");
        assertThat(names("Ada Lovelace, ada@example.org")).containsExactly("ada@example.org=Ada Lovelace");
        assertThat(names("ada@example.org, Ada Lovelace")).containsExactly("ada@example.org=Ada Lovelace");
        assertThat(names("Vorname\tNachname\tE-Mail\nAda\tLovelace\tada@example.org"))
                .containsExactly("ada@example.org=Ada Lovelace");
        assertThat(names("Last Name,First Name,Email Address\nLovelace,Ada,ada@example.org"))
                .containsExactly("ada@example.org=Ada Lovelace");
        assertThat(names("\"Lovelace, Ada \\\"the Countess\\\"\" <ada@example.org>"))
                .containsExactly("ada@example.org=Lovelace, Ada \"the Countess\"");
        assertThat(names("Lovelace, Ada (Extern) <ada@example.org>"))
                .containsExactly("ada@example.org=Lovelace, Ada (Extern)");
        assertThat(names("ada@example.org (Ada Lovelace); Charles Babbage (charles@example.org)"))
                .containsExactly("ada@example.org=Ada Lovelace", "charles@example.org=Charles Babbage");
        assertThat(names("Mitarbeiter\tE-Mail\tTelefon\r\nLovelace, Ada\tada@example.org\t+44 20 1\r\n"))
                .containsExactly("ada@example.org=Lovelace, Ada");
        assertThat(names("\ufeff\"Name\";\"E-Mail\"\r\n\"O''Hara, Zoë\";\"ada@example.org\"\r\n"))
                .containsExactly("ada@example.org=O''Hara, Zoë");
        assertThat(names("x@example.org, Lovelace, Ada <ada@example.org>"))
                .containsExactly("x@example.org=", "ada@example.org=Lovelace, Ada");
    }

    @Test
    void FIELD_P3_a_name_that_could_be_none_is_not_proposed_and_the_address_is_taken() {
        assertThat(names("\"" + "a".repeat(101) + "\" <ada@example.org>")).containsExactly("ada@example.org=");
        assertThat(names("\"a\u0007b\" <ada@example.org>")).containsExactly("ada@example.org=");
        assertThat(names("\"\u200b\" <ada@example.org>")).containsExactly("ada@example.org=");
        assertThat(names("\"Mallory \u202emoc.elpmaxe\" <ada@example.org>"))
                .containsExactly("ada@example.org=Mallory moc.elpmaxe");
    }

    @Test
    void FIELD_P5_an_address_is_taken_once_whatever_its_case() {
        assertThat(names("Ada@example.org, ada@EXAMPLE.org; Ada Lovelace <ADA@example.org>\n\u200bada@example.org"))
                .containsExactly("ada@example.org=Ada Lovelace");
        assertThat(names("info@bücher.example info@xn--bcher-kva.example INFO@BÜCHER.example"))
                .containsExactly("info@xn--bcher-kva.example=");
    }

    @Test
    void FIELD_P3_what_is_not_understood_is_told_once_and_with_its_reason() {
        assertThat(AddressList.read("nonsense, käthe@example.org; ada@[127.0.0.1]\nBabbage, Charles; nonsense\n"
                                + "\"a b\"@example.org charles.example.org, Ada <ada@example.org>")
                        .items())
                .containsExactly(
                        new NotUnderstood("nonsense", EmailAddressFault.NO_ADDRESS),
                        new NotUnderstood("käthe@example.org", EmailAddressFault.NOT_ASCII),
                        new NotUnderstood("ada@[127.0.0.1]", EmailAddressFault.NO_DOMAIN),
                        new NotUnderstood("Babbage, Charles", EmailAddressFault.NO_ADDRESS),
                        new NotUnderstood("\"a b\"@example.org", EmailAddressFault.QUOTED),
                        new NotUnderstood("charles.example.org", EmailAddressFault.NO_ADDRESS),
                        new Found("Ada <ada@example.org>", address("ada@example.org"), "Ada"));
        assertThat(AddressList.read("ada.gmail.com\ncharles@example.org").items())
                .contains(new NotUnderstood("ada.gmail.com", EmailAddressFault.NO_ADDRESS));
        assertThat(AddressList.read("Ada\tada.example.org\nCharles\tcharles@example.org")
                        .items())
                .contains(new NotUnderstood("Ada\tada.example.org", EmailAddressFault.NO_ADDRESS));
        assertThat(AddressList.read(" \r\n,;\t\ufeff\u200b").items()).isEmpty();
    }

    @Test
    void what_is_left_reads_the_same_again_and_nothing_comes_of_nothing() {
        Rubbish.often(5_000, rubbish -> {
            var pasted = IntStream.range(0, rubbish.number(8))
                    .mapToObj(i -> rubbish.of(List.of(
                            rubbish.text(20),
                            "ada" + rubbish.number(9) + "@example.org",
                            "Lovelace, Ada <ada@example.org>",
                            "\"" + rubbish.text(9) + "\" <mia@" + rubbish.text(3) + ".example>")))
                    .collect(Collectors.joining(rubbish.of(List.of(",", ";", "\n", "\t", " ", "\"", "<", ">"))));
            for (var item : AddressList.read(pasted).items()) {
                switch (item) {
                    case Found(var typed, var address, var name) -> {
                        assertThat(EmailAddress.parse(address.value())).contains(address);
                        assertThat(AddressList.read(typed).items())
                                .hasSize(1)
                                .first()
                                .isInstanceOf(Found.class);
                    }
                    case NotUnderstood(var typed, var fault) ->
                        assertThat(typed).isNotBlank();
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\\\"",
                "<",
                "<\"",
                "a<",
                "@",
                "a@",
                "a,",
                "a\t",
                ")",
                "(",
                "'",
                "A ",
                "Ö,",
                "\u0315\u0300",
                "mailto:",
                "\"a\"@",
                "\n"
            })
    void the_work_is_linear_in_the_text(String piece) {
        var longest = piece.repeat(AddressList.LONGEST / piece.length());
        var begun = System.nanoTime();
        try {
            AddressList.read(longest);
        } catch (RefusedException tooMany) {
            assertThat(tooMany.messageKey()).isEqualTo("add-user.too-many");
        }
        // Quadratic would be minutes
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void what_is_too_much_at_once_is_refused_as_a_whole() {
        Refusals.assertRefused(() -> AddressList.read("a".repeat(AddressList.LONGEST + 1)), "add-user.list-too-long");
        var many = IntStream.range(0, 1_001)
                .mapToObj(i -> "a" + i + "@example.org")
                .collect(Collectors.joining("\n"));
        Refusals.assertRefused(() -> AddressList.read(many), "add-user.too-many");
    }

    private static List<String> names(String pasted) {
        return AddressList.read(pasted).items().stream()
                .map(item -> item instanceof Found(var typed, var address, var name)
                        ? address.value() + "=" + name
                        : "? " + item.typed())
                .toList();
    }

    private static EmailAddress address(String value) {
        return EmailAddress.parse(value).orElseThrow();
    }
}
