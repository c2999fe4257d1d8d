package dev.latchkey.twofactor.totp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.latchkey.account.Account;
import dev.latchkey.user.EmailAddress;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyUriTest {

    static Arguments[] names() {
        var longest = "a".repeat(EmailAddress.LENGTH - "@example.com".length()) + "@example.com";
        return new Arguments[] {
            Arguments.of("Harness Inc", "Harness Inc", "user@example.com", "user@example.com"),
            Arguments.of("Ratio 1:2", "Ratio 1 2", "user@example.com", "user@example.com"),
            Arguments.of("100% Cotton & Sons", "100% Cotton & Sons", "a%b&c@example.com", "a%b&c@example.com"),
            Arguments.of("A+B=C?#/", "A+B=C?#/", "first+tag@example.com", "first+tag@example.com"),
            Arguments.of("Schlüssel 🔑 GmbH", "Schlüssel 🔑 GmbH", "\"a:b\"@example.com", "\"a b\"@example.com"),
            Arguments.of("東京", "東京", longest, longest),
            Arguments.of(
                    "🔑".repeat(Account.COMPANY_NAME_LENGTH),
                    "🔑".repeat(Account.COMPANY_NAME_LENGTH),
                    longest,
                    longest)
        };
    }

    @ParameterizedTest
    @MethodSource("names")
    void an_independent_reader_finds_issuer_account_and_key_in_the_QR_code(
            String company, String issuer, String email, String account) throws Exception {
        var secret = TotpSecret.generate();

        var uri = URI.create(read(QrCode.png(KeyUri.of(secret, company, email))));

        assertThat(uri.getScheme()).isEqualTo("otpauth");
        assertThat(uri.getHost()).isEqualTo("totp");
        assertThat(decode(uri.getRawPath().substring(1))).isEqualTo(issuer + ":" + account);
        assertThat(parameters(uri))
                .isEqualTo(Map.of(
                        "secret",
                        secret.base32(),
                        "issuer",
                        issuer,
                        "algorithm",
                        "SHA1",
                        "digits",
                        "6",
                        "period",
                        "30"));
        assertThat(uri.toString()).doesNotContain("+", " ");
    }

    private static String read(byte[] png) throws Exception {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))))
                .getText();
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
