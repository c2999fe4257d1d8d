package dev.latchkey.twofactor.challenge;

import dev.latchkey.twofactor.enrolment.ProposedEnrolment;
import dev.latchkey.twofactor.totp.AppEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** What the code step asks a user for. */
@NamedInterface("api")
public sealed interface Challenge {

    /**
     * A code from the app that they have used before, or have set up with a secret from the owner of the server.
     *
     * @param entry how the app names it; empty if that is not known
     */
    record ProvenApp(Optional<AppEntry> entry) implements Challenge {}

    /**
     * A code from the secret in their mailbox, or on its way there.
     *
     * @param sentAt when the mail server accepted it; empty if it has not
     */
    record MailedSecret(MailState mail, Optional<Instant> sentAt) implements Challenge {}

    /** The status of the mail with the secret. */
    enum MailState {
        /** It will be sent within moments. */
        QUEUED,
        /** An attempt has failed; it is tried again. */
        DELAYED,
        /** The mail server has accepted it. */
        SENT,
        /** The mail server will never accept it. */
        REFUSED,
        /** It was sent, and its secret no longer works. */
        EXPIRED
    }

    /**
     * Nothing that they can give: they have recently chosen their password by mail, and a secret from the same mailbox needs an
     * administrator.
     *
     * @param until when they can get one without an administrator
     * @param zone the user's, as far as it is known
     */
    record HeldSecret(Instant until, ZoneId zone) implements Challenge {}

    /** A code from the secret that is shown to them now. */
    record ShownSecret(ProposedEnrolment shown) implements Challenge {}
}
