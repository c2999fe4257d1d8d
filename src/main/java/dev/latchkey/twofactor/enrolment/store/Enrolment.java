package dev.latchkey.twofactor.enrolment.store;

import dev.latchkey.account.Account;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A user's standing in two-factor authentication: their personal switch and their secret, if any. The step of the last spent
 * code is left out on purpose: only the guarded UPDATE may write it.
 *
 * @param version moves with every change of the secret; 0 before the first
 * @param secretCiphertext null where there is no secret
 * @param issuedAt when the secret was made; null where there is none
 * @param expiresAt when a pending secret dies; null for one that does not expire
 * @param provenAt when the first right code was seen; null before that
 */
@Table("enrolment")
public record Enrolment(
        @Id long userId,
        boolean personalSwitch,
        long version,
        byte @Nullable [] secretCiphertext,
        @Nullable SecretOrigin origin,
        @Nullable Instant issuedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant provenAt) {

    /** The same as {@link #needsCodeAnyway}, in SQL: of the row {@code a} of the account. */
    static final String NEEDS_CODE_ANYWAY = "a.enforced_since IS NOT NULL";

    /** The same as {@link #needsCode}, in SQL: of the row {@code a} of the account and {@code e} of the enrolment, if there is one. */
    public static final String NEEDS_CODE = "(" + NEEDS_CODE_ANYWAY + " OR COALESCE(e.personal_switch, FALSE))";

    /** The standing of a user who never had a secret. */
    static Enrolment none(long userId) {
        return new Enrolment(userId, false, 0, null, null, null, null, null);
    }

    /** The one rule: whether a sign-in that begins now needs a code. */
    public boolean needsCode(Account account) {
        return personalSwitch || needsCodeAnyway(account);
    }

    /** Whether a sign-in that begins now needs a code whatever the user has chosen, so that nobody turns it off for themselves. */
    public static boolean needsCodeAnyway(Account account) {
        return account.isTwoFactorEnforced();
    }

    /** Whether there is a secret, proven or not. */
    public boolean hasSecret() {
        return secretCiphertext != null;
    }

    /** Whether one right code from the secret has been seen. */
    public boolean isProven() {
        return hasSecret() && provenAt != null;
    }

    /** Whether the secret still waits for its first right code, in time. */
    public boolean isPendingAt(Instant now) {
        return hasSecret() && provenAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** Whether the secret waits, in time, in the user's mailbox. */
    public boolean isPendingInMailboxAt(Instant now) {
        return isPendingAt(now) && wasMailed();
    }

    /** Whether the secret was shown, in time, to whoever gives the next code. */
    public boolean isPendingOnScreenAt(Instant now) {
        return isPendingAt(now) && origin == SecretOrigin.ON_SCREEN;
    }

    /** Whether the secret has ever been in a mailbox. */
    public boolean wasMailed() {
        return origin == SecretOrigin.BY_EMAIL || isVouchedFor();
    }

    /** Whether it was mailed at an administrator's word. */
    public boolean isVouchedFor() {
        return origin == SecretOrigin.AFTER_RESET;
    }

    /** Whether the secret waits, in time, with somebody who got it from whoever owns the server; nothing may replace it by itself. */
    public boolean isPendingFromConsoleAt(Instant now) {
        return isPendingAt(now) && origin == SecretOrigin.ON_CONSOLE;
    }

    /** Whether a code from the secret counts now. */
    public boolean isUsableAt(Instant now) {
        return isProven() || isPendingAt(now);
    }

    @Override
    public String toString() {
        return "Enrolment[userId=" + userId + ", version=" + version + "]";
    }
}
