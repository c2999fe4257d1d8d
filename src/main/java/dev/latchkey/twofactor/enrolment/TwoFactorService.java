package dev.latchkey.twofactor.enrolment;

import dev.latchkey.account.AccountService;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.enrolment.store.AppEntryRepository;
import dev.latchkey.twofactor.enrolment.store.Enrolment;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.totp.AppEntry;
import dev.latchkey.twofactor.totp.TotpSecret;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.OnlyThemselves;
import dev.latchkey.user.access.SteppedUpThemselves;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;

/** A user's own second factor: turning it on, checking it, turning it off. */
@Service
@NamedInterface("api")
public class TwoFactorService {

    private final EnrolmentRepository enrolments;
    private final AppEntryRepository entries;
    private final EnrolmentChanges changes;
    private final CodeVerifier codes;
    private final AccountService accounts;
    private final UserService users;
    private final Clock clock;

    TwoFactorService(
            EnrolmentRepository enrolments,
            AppEntryRepository entries,
            EnrolmentChanges changes,
            CodeVerifier codes,
            AccountService accounts,
            UserService users,
            Clock clock) {
        this.enrolments = enrolments;
        this.entries = entries;
        this.changes = changes;
        this.codes = codes;
        this.accounts = accounts;
        this.users = users;
        this.clock = clock;
    }

    /** The user's current status. */
    @OnlyThemselves
    public TwoFactorStatus statusOf(long userId) {
        var enrolment = enrolments.find(userId);
        var enforced = enrolment.needsCodeAnyway(accounts.current(), clock.instant());
        return new TwoFactorStatus(enrolment.isProven(), enforced, enrolment.wasMailed());
    }

    /** How the user's app names the account; empty if that is not known, or there is no proven secret. */
    @OnlyThemselves
    public Optional<AppEntry> appEntryOf(long userId) {
        return Optional.of(enrolments.find(userId)).filter(Enrolment::isProven).flatMap(entries::find);
    }

    /** The second-factor requirement: whether a sign-in of that user needs a code. Reads the database every time. */
    public boolean isCodeRequired(long userId) {
        return enrolments.find(userId).needsCode(accounts.current(), clock.instant());
    }

    /**
     * Generates a new secret for the user, their first or a replacement, and stores nothing. The user's identity is confirmed here
     * and bound to the proposal, because setting up an app takes longer than a confirmation is valid.
     */
    @SteppedUpThemselves
    public ProposedChange propose(long userId) {
        var secret = TotpSecret.generate();
        var email = users.find(userId).orElseThrow().email();
        var version = enrolments.find(userId).version();
        var proposed = ProposedEnrolment.of(secret, version, accounts.current().companyName(), email);
        return new ProposedChange(proposed, clock.instant());
    }

    /** Stores the proposed secret for the user, if the code is from it. No limit, because somebody who can see the secret does not need to guess. */
    @OnlyThemselves
    public EnrolmentResult turnOn(long userId, ProposedChange change, @Nullable String typedCode) {
        return conclude(change, typedCode, step -> changes.turnOn(userId, change.proposed(), step));
    }

    /** Replaces the current secret by the proposed one, if the code is from it; until then the current one works. */
    @OnlyThemselves
    public EnrolmentResult replace(long userId, ProposedChange change, @Nullable String typedCode) {
        return conclude(change, typedCode, step -> changes.replace(userId, change.proposed(), step));
    }

    private EnrolmentResult conclude(
            ProposedChange change, @Nullable String typedCode, LongFunction<EnrolmentResult> action) {
        var now = clock.instant();
        if (change.isExpiredAt(now)) {
            return new EnrolmentResult.Expired();
        }
        return switch (change.proposed().match(typedCode, now)) {
            case ProposedEnrolment.Match.Step(var step) -> action.apply(step);
            case ProposedEnrolment.Match.Refused(var reason) -> reason;
        };
    }

    /** Spends a user's code at sign-in; the caller has already checked the password. */
    public CodeResult verifyAtSignIn(long userId, @Nullable String typedCode) {
        return codes.verify(userId, typedCode);
    }

    /** Turns the user's second factor off, for a current code. */
    @OnlyThemselves
    public SwitchOffResult turnOff(long userId, @Nullable String typedCode) {
        var enrolment = enrolments.find(userId);
        if (enrolment.needsCodeAnyway(accounts.current(), clock.instant())) {
            return new SwitchOffResult.Refused();
        }
        var result = codes.verify(userId, typedCode);
        return result instanceof CodeResult.Accepted
                ? changes.turnOff(userId, enrolment.version())
                : new SwitchOffResult.CodeRefused(result);
    }
}
