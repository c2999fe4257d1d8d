package dev.latchkey.signin.page.code;

import dev.latchkey.twofactor.enrolment.ProposedEnrolment;
import java.util.Base64;

/**
 * A proposed secret as a page shows it.
 *
 * @param image the QR code as an address of its own content, for a picture of its own would be served to a session that owes a code
 * @param key in groups of four
 * @param keyUri the {@code otpauth:} address
 */
public record SecretText(String image, String key, String keyUri) {

    /** The proposed secret as a page shows it. */
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
