package dev.latchkey.signin.page.code;

import dev.latchkey.twofactor.enrolment.ProposedEnrolment;
import java.util.Base64;

/**
 * A proposed secret in the form for a page.
 *
 * @param image the QR code as a data URL, because a separate image would be served to a session whose code is missing
 * @param key in groups of four
 * @param keyUri the {@code otpauth:} URI
 */
public record SecretText(String image, String key, String keyUri) {

    /** The proposed secret in the form for a page. */
    public static SecretText of(ProposedEnrolment proposed) {
        return new SecretText(
                "data:image/png;base64," + Base64.getEncoder().encodeToString(proposed.qrCode()),
                proposed.secret().grouped(),
                proposed.keyUri());
    }

    @Override
    public String toString() {
        return "SecretText[…]";
    }
}
