package dev.latchkey.twofactor;

import java.time.Instant;
import java.util.Optional;

/** What the code step asks of a user. */
public sealed interface Challenge {

    /** A code from the app that they have used before, or have set up with a secret from whoever owns the server. */
    record ProvenApp() implements Challenge {}

    /**
     * A code from the secret in their mailbox.
     *
     * @param issuedAt when that secret was made; empty where it has expired
     */
    record MailedSecret(Optional<Instant> issuedAt) implements Challenge {}

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
