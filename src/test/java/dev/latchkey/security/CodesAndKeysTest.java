package dev.latchkey.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.account.Organisation;
import dev.latchkey.support.AuthenticatorApp;
import dev.latchkey.support.MovableClock;
import dev.latchkey.support.People;
import dev.latchkey.support.QrReader;
import dev.latchkey.support.TheAccount;
import dev.latchkey.twofactor.enrolment.EnrolmentResult;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.keyset.TestSecrets;
import dev.latchkey.user.EmailAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Codes are what the RFC says, and keys are what authenticator apps read. */
@SecurityTest
class CodesAndKeysTest {

    /** "12345678901234567890" of RFC 6238, appendix B, in Base32. */
    private static final String RFC_KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static final String LONGEST = "a".repeat(EmailAddress.LENGTH - "@example.com".length()) + "@example.com";

    @Autowired
    private People people;

    @Autowired
    private TwoFactorService twoFactor;

    @Autowired
    private MovableClock clock;

    @Autowired
    private TheAccount theAccount;

    static Arguments[] names() {
        return new Arguments[] {
            Arguments.of("Example Inc", "Example Inc", "user@example.com", "user@example.com"),
            Arguments.of("Ratio 1:2", "Ratio 1 2", "user2@example.com", "user2@example.com"),
            Arguments.of("100% Cotton & Sons", "100% Cotton & Sons", "a%b&c@example.com", "a%b&c@example.com"),
            Arguments.of("A+B=C?#/", "A+B=C?#/", "first+tag@example.com", "first+tag@example.com"),
            Arguments.of("Schlüssel 🔑 GmbH", "Schlüssel 🔑 GmbH", "\"a:b\"@example.com", "\"a b\"@example.com"),
            Arguments.of("東京", "東京", "user3@example.com", "user3@example.com"),
            Arguments.of("🔑".repeat(Organisation.NAME_LENGTH), "🔑".repeat(Organisation.NAME_LENGTH), LONGEST, LONGEST)
        };
    }

    @AfterEach
    void leaveNothing() {
        theAccount.rename("Example Inc");
        people.startOver();
    }

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void AC_S_01_the_codes_of_RFC_6238_appendix_B_come_out(long epochSecond, String code) {
        var at = Instant.ofEpochSecond(epochSecond);

        assertThat(TestSecrets.codeAt(RFC_KEY, at)).isEqualTo(code);
        assertThat(new AuthenticatorApp(RFC_KEY, clock).codeAt(at))
                .as("and from the tests' own app")
                .isEqualTo(code);
    }

    @ParameterizedTest
    @MethodSource("names")
    void AC_S_26_a_reader_of_QR_codes_finds_issuer_account_and_a_key_whose_code_is_taken(
            String company, String issuer, String email, String account) {
        var person = people.member();
        theAccount.rename(company);
        people.setEmail(person, email);

        var proposed = people.as(person, () -> twoFactor.propose(person.id()));
        var uri = URI.create(QrReader.read(proposed.proposed().qrCode()));

        assertThat(uri.getScheme() + "://" + uri.getHost()).isEqualTo("otpauth://totp");
        assertThat(decode(uri.getRawPath().substring(1))).isEqualTo(issuer + ":" + account);
        var parameters = parameters(uri);
        assertThat(parameters)
                .containsOnlyKeys("secret", "issuer", "algorithm", "digits", "period")
                .containsAllEntriesOf(Map.of("issuer", issuer, "algorithm", "SHA1", "digits", "6", "period", "30"));
        assertThat(parameters.get("secret")).matches("[A-Z2-7]{32}");
        assertThat(uri.toString()).doesNotContain("+", " ");
        var app = new AuthenticatorApp(parameters.get("secret"), clock);
        assertThat(people.as(person, () -> twoFactor.turnOn(person.id(), proposed, app.code())))
                .isInstanceOf(EnrolmentResult.Enrolled.class);
    }

    private static Map<String, String> parameters(URI uri) {
        return Arrays.stream(uri.getRawQuery().split("&"))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(parameter -> parameter[0], parameter -> decode(parameter[1])));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
