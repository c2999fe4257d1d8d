package dev.latchkey.twofactor;

import dev.latchkey.account.AccountService;
import dev.latchkey.user.OnlyThemselves;
import dev.latchkey.user.UserService;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A user's own second factor: turning it on, being asked for it, turning it off. */
@Service
public class TwoFactorService {

    private final EnrolmentRepository enrolments;
    private final EnrolmentChanges changes;
    private final CodeVerifier codes;
    private final AccountService accounts;
    private final UserService users;
    private final Clock clock;
    private final Totp totp = new Totp();

    TwoFactorService(
            EnrolmentRepository enrolments,
            EnrolmentChanges changes,
            CodeVerifier codes,
            AccountService accounts,
            UserService users,
            Clock clock) {
        this.enrolments = enrolments;
        this.changes = changes;
        this.codes = codes;
        this.accounts = accounts;
        this.users = users;
        this.clock = clock;
    }

    /** How the user stands now. */
    @OnlyThemselves
    public TwoFactorStatus statusOf(long userId) {
        return new TwoFactorStatus(
                enrolments.find(userId).isProven(), accounts.current().isTwoFactorEnforced());
    }

    /**
     * The one rule: whether a sign-in of that user needs a code. Asked of the database every time.
     *
     * @param passwordGivenAt when the sign-in passed its password step
     */
    public boolean isCodeRequired(long userId, Instant passwordGivenAt) {
        return enrolments.find(userId).personalSwitch() || accounts.current().isCodeEnforcedAt(passwordGivenAt);
    }

    /** Draws a new secret for the user and stores nothing. */
    @OnlyThemselves
    public ProposedEnrolment propose(long userId) {
        var secret = TotpSecret.generate();
        var email = users.find(userId).orElseThrow().email();
        var keyUri = KeyUri.of(secret, accounts.current().companyName(), email);
        return new ProposedEnrolment(secret, enrolments.find(userId).version(), keyUri, QrCode.png(keyUri));
    }

    /** Makes the proposed secret the user's, if the code is from it. Whoever can see the secret needs no guesses: no limit. */
    @OnlyThemselves
    public EnrolmentResult turnOn(long userId, ProposedEnrolment proposed, @Nullable String typedCode) {
        var code = AuthenticationCode.parse(typedCode);
        if (code.isEmpty()) {
            return new EnrolmentResult.Malformed();
        }
        var step = totp.matchingStep(proposed.secret(), code.get(), clock.instant());
        if (step.isEmpty()) {
            return totp.clockOffset(proposed.secret(), code.get(), clock.instant())
                    .<EnrolmentResult>map(EnrolmentResult.ClockOff::new)
                    .orElseGet(EnrolmentResult.Wrong::new);
        }
        return changes.turnOn(userId, proposed, step.getAsLong());
    }

    /** Spends a code of the user's at sign-in; the caller has seen the right password before. */
    public CodeResult verifyAtSignIn(long userId, @Nullable String typedCode) {
        return codes.verify(userId, typedCode);
    }

    /** Turns the user's second factor off, for a current code. */
    @OnlyThemselves
    public SwitchOffResult turnOff(long userId, @Nullable String typedCode) {
        if (accounts.current().isTwoFactorEnforced()) {
            return new SwitchOffResult.Refused();
        }
        var version = enrolments.find(userId).version();
        var result = codes.verify(userId, typedCode);
        return result instanceof CodeResult.Accepted
                ? changes.turnOff(userId, version)
                : new SwitchOffResult.CodeRefused(result);
    }
}
