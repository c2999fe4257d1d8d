package dev.latchkey.twofactor.challenge;

import dev.latchkey.twofactor.enrolment.ProposedEnrolment;
import java.time.Instant;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** What the code step asks of a user. */
@NamedInterface("api")
public sealed interface Challenge {

    /** A code from the app that they have used before, or have set up with a secret from whoever owns the server. */
    record ProvenApp() implements Challenge {}

    /**
     * A code from the secret in their mailbox, or on its way there.
     *
     * @param sentAt when the mail server took it; empty where it has not
     */
    record MailedSecret(MailState mail, Optional<Instant> sentAt) implements Challenge {}

    /** How the mail with the secret stands. */
    enum MailState {
        /** It leaves within moments. */
        QUEUED,
        /** It has been tried and has not left; it is tried again. */
        DELAYED,
        /** The mail server has taken it. */
        SENT,
        /** The mail server will never take it. */
        REFUSED,
        /** It was sent, and its secret works no more. */
        EXPIRED
    }

    /**
     * Nothing that they could give: they have chosen their password by mail just now, and a secret from the same mailbox takes an
     * administrator.
     *
     * @param until when they get one without
     */
    record HeldSecret(Instant until) implements Challenge {}

    /** A code from the secret that is to be shown to them here and now. */
    record ShownSecret(ProposedEnrolment shown) implements Challenge {}
}
