package dev.latchkey.twofactor.enrolment.store;

import dev.latchkey.account.Account;
import dev.latchkey.twofactor.totp.TotpParameters;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A user's enrolment in two-factor authentication: their personal switch and their secret, if any. The step of the last spent code
 * is deliberately omitted: only the guarded UPDATE may write it.
 *
 * @param version increases with every change of the secret; 0 before the first
 * @param secretCiphertext null if there is no secret
 * @param parameters how its codes are calculated; the standard ones if there is no secret
 * @param issuedAt when the secret was generated; null if there is none
 * @param expiresAt when a pending secret expires; null for one that does not expire
 * @param provenAt when the first correct code was entered; null before that
 * @param enforcedForGroupSince from when on a user group of theirs has to give codes, perhaps later than now; null if none has
 */
@Table("enrolment")
public record Enrolment(
        @Id long userId,
        boolean personalSwitch,
        long version,
        byte @Nullable [] secretCiphertext,
        @Nullable SecretOrigin origin,
        @Embedded.Empty TotpParameters parameters,
        @Nullable Instant issuedAt,
        @Nullable Instant expiresAt,
        @Nullable Instant provenAt,
        @ReadOnlyProperty @Nullable Instant enforcedForGroupSince) {

    private static final String IN_ENFORCED_GROUP = """
            IN (SELECT gm.user_id FROM enforced_group eg JOIN user_group_member gm ON gm.user_group = eg.user_group
                WHERE eg.enforced_since <= :now)""";

    private static final String ENFORCED_FOR_ALL = "COALESCE(a.enforced_since <= :now, FALSE)";

    /** The same as {@link #needsCodeAnyway}, in SQL: for the rows {@code a} of the account and {@code e} of the enrolment, and {@code now}. */
    static final String ENROLLED_NEEDS_CODE_ANYWAY =
            "(" + ENFORCED_FOR_ALL + " OR e.user_id " + IN_ENFORCED_GROUP + ")";

    /** The same as {@link #needsCode}, in SQL: for the same rows and parameter as {@link #ENROLLED_NEEDS_CODE_ANYWAY}. */
    static final String ENROLLED_NEEDS_CODE = "(" + ENROLLED_NEEDS_CODE_ANYWAY + " OR e.personal_switch)";

    /**
     * The same as {@link #needsCode}, in SQL: for the row {@code a} of the account, {@code u} of the user and {@code e} of the
     * enrolment, if there is one, and the parameter {@code now}.
     */
    public static final String NEEDS_CODE =
            "(" + ENFORCED_FOR_ALL + " OR COALESCE(e.personal_switch, FALSE) OR u.id " + IN_ENFORCED_GROUP + ")";

    /** The enrolment of somebody who never had a secret and is in no group. */
    static Enrolment none(long userId) {
        return new Enrolment(userId, false, 0, null, null, TotpParameters.STANDARD, null, null, null, null);
    }

    /** The second-factor requirement: whether a sign-in that begins now needs a code. A planned enforcement counts from its start on. */
    public boolean needsCode(Account account, Instant now) {
        return personalSwitch || needsCodeAnyway(account, now);
    }

    /** Whether a sign-in that begins now needs a code whatever the user has chosen, so that users cannot turn it off. */
    public boolean needsCodeAnyway(Account account, Instant now) {
        return account.isTwoFactorEnforcedAt(now)
                || enforcedForGroupSince != null && !enforcedForGroupSince.isAfter(now);
    }

    /** Whether there is a secret, proven or not. */
    public boolean hasSecret() {
        return secretCiphertext != null;
    }

    /** Whether the secret has been proven with a correct code. */
    public boolean isProven() {
        return hasSecret() && provenAt != null;
    }

    /** Whether the secret waits for its first correct code and has not expired. */
    public boolean isPendingAt(Instant now) {
        return hasSecret() && provenAt == null && (expiresAt == null || now.isBefore(expiresAt));
    }

    /** Whether the secret waits in the user's mailbox and has not expired. */
    public boolean isPendingInMailboxAt(Instant now) {
        return isPendingAt(now) && wasMailed();
    }

    /** Whether the secret was shown at the sign-in and has not expired. */
    public boolean isPendingOnScreenAt(Instant now) {
        return isPendingAt(now) && origin == SecretOrigin.ON_SCREEN;
    }

    /** Whether the secret has ever been in a mailbox. */
    public boolean wasMailed() {
        return origin == SecretOrigin.BY_EMAIL || isVouchedFor();
    }

    /** Whether it was mailed at an administrator's request. */
    public boolean isVouchedFor() {
        return origin == SecretOrigin.AFTER_RESET;
    }

    /** Whether the secret came from the owner of the server, waits and has not expired; nothing may replace it automatically. */
    public boolean isPendingFromConsoleAt(Instant now) {
        return isPendingAt(now) && origin == SecretOrigin.ON_CONSOLE;
    }

    /** Whether a code from the secret is accepted now. */
    public boolean isUsableAt(Instant now) {
        return isProven() || isPendingAt(now);
    }

    @Override
    public String toString() {
        return "Enrolment[userId=" + userId + ", version=" + version + "]";
    }
}
