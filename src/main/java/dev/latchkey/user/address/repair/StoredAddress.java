package dev.latchkey.user.address.repair;

import dev.latchkey.mail.MailAddress;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user's address as it stands in the database, perhaps from before there was one form.
 *
 * @param addressProblem null where none is known
 */
record StoredAddress(
        long id, String email, UserStatus status, @Nullable AddressProblem addressProblem) {

    /** The one form of it; empty where it has none. */
    Optional<EmailAddress> form() {
        return EmailAddress.parse(email);
    }

    boolean isInForm() {
        return form().map(EmailAddress::value).filter(email::equals).isPresent();
    }

    /** Whether the mail library made another address of it, by writing the low byte of each character. */
    boolean wasCutToAnother() {
        var cut = new StringBuilder();
        email.chars().map(character -> character & 0xff).forEach(low -> cut.append((char) low));
        return !cut.toString().equals(email) && MailAddress.isPlain(cut.toString());
    }

    boolean isRegistered() {
        return status != UserStatus.INVITED;
    }
}
