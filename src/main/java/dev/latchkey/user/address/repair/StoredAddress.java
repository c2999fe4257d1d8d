package dev.latchkey.user.address.repair;

import dev.latchkey.mail.MailAddress;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user's address as stored, perhaps from before addresses were normalized.
 *
 * @param addressProblem null if none is known
 */
record StoredAddress(
        long id, String email, UserStatus status, @Nullable AddressProblem addressProblem) {

    /** The normalized address; empty if there is none. */
    Optional<EmailAddress> form() {
        return EmailAddress.parse(email);
    }

    boolean isInForm() {
        return form().map(EmailAddress::value).filter(email::equals).isPresent();
    }

    /** Whether the mail library turned it into another address, by writing only the low byte of each character. */
    boolean wasCutToAnother() {
        var cut = new StringBuilder();
        email.chars().map(character -> character & 0xff).forEach(low -> cut.append((char) low));
        return !cut.toString().equals(email) && MailAddress.isPlain(cut.toString());
    }

    boolean isRegistered() {
        return status != UserStatus.INVITED;
    }
}
