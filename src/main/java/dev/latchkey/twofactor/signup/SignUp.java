package dev.latchkey.twofactor.signup;

import dev.latchkey.account.Account;
import dev.latchkey.account.AccountService;
import dev.latchkey.common.AllOrNothing;
import dev.latchkey.common.text.BrowserLanguage;
import dev.latchkey.twofactor.enrolment.EnrolmentChanges;
import dev.latchkey.twofactor.enrolment.EnrolmentResult;
import dev.latchkey.twofactor.enrolment.ProposedEnrolment;
import dev.latchkey.twofactor.enrolment.store.EnrolmentRepository;
import dev.latchkey.twofactor.totp.TotpSecret;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import dev.latchkey.user.invitation.Registration;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets an invited person sign up with a name and password, and with a proven second factor if it is enforced. */
@Service
@NamedInterface("api")
public class SignUp {

    private final Registration registration;
    private final UserService users;
    private final AccountService accounts;
    private final EnrolmentChanges enrolmentChanges;
    private final EnrolmentRepository enrolments;
    private final AllOrNothing allOrNothing;
    private final Clock clock;

    SignUp(
            Registration registration,
            UserService users,
            AccountService accounts,
            EnrolmentChanges enrolmentChanges,
            EnrolmentRepository enrolments,
            AllOrNothing allOrNothing,
            Clock clock) {
        this.registration = registration;
        this.users = users;
        this.accounts = accounts;
        this.enrolmentChanges = enrolmentChanges;
        this.enrolments = enrolments;
        this.allOrNothing = allOrNothing;
        this.clock = clock;
    }

    /** The address that the link invites; empty if it has been used or has expired. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<String> invitedAddress(String token) {
        return registration.openTo(token).map(User::email);
    }

    /** The proposed name of the invited person; empty if there is none, or the link is not valid. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public String proposedName(String token) {
        return registration.proposedName(token);
    }

    /** Records the invited person's language for later mails. */
    @PreAuthorize("permitAll()")
    @Transactional
    public void recordLanguage(String token, BrowserLanguage browser) {
        registration.openTo(token).ifPresent(invited -> users.recordFirstLanguage(invited.id(), browser));
    }

    /** The name of the organisation that invites. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public String companyName() {
        return accounts.current().companyName();
    }

    /**
     * The first step, and the last one if the second factor is not enforced.
     *
     * @throws dev.latchkey.common.RefusedException for a name or a password that the form must not accept
     */
    @PreAuthorize("permitAll()")
    public SignUpResult join(String token, String name, String password) {
        var account = accounts.current();
        var invited = registration.openTo(token);
        if (invited.filter(user -> isCodeNeeded(user.id(), account)).isPresent()) {
            return codeNeeded(token, account);
        }
        var newcomer = registration.prepare(token, name, password);
        return newcomer.isEmpty()
                ? new SignUpResult.Closed()
                : allOrNothing.happens(() -> join(token, newcomer.get()), SignUp::isDone);
    }

    /** The second step: stores everything at once, or nothing if the code is not from the proposed secret. */
    @PreAuthorize("permitAll()")
    public SignUpResult joinWithCode(
            String token, String name, String password, ProposedEnrolment proposed, @Nullable String typedCode) {
        var match = proposed.match(typedCode, clock.instant());
        if (!(match instanceof ProposedEnrolment.Match.Step(var step))) {
            return new SignUpResult.CodeRefused(((ProposedEnrolment.Match.Refused) match).reason());
        }
        var newcomer = registration.prepare(token, name, password);
        return newcomer.isEmpty()
                ? new SignUpResult.Closed()
                : allOrNothing.happens(() -> joinWithCode(token, newcomer.get(), proposed, step), SignUp::isDone);
    }

    private SignUpResult join(String token, Registration.Newcomer newcomer) {
        // Prevents a sign-up without a second factor while somebody enforces it
        var account = accounts.held();
        if (isCodeNeeded(newcomer.userId(), account)) {
            return codeNeeded(token, account);
        }
        return registration.register(token, newcomer)
                ? new SignUpResult.Done(newcomer.userId())
                : new SignUpResult.Closed();
    }

    private SignUpResult joinWithCode(
            String token, Registration.Newcomer newcomer, ProposedEnrolment proposed, long step) {
        if (!registration.register(token, newcomer)) {
            return new SignUpResult.Closed();
        }
        return enrolmentChanges.proveAtSignUp(newcomer.userId(), proposed, step)
                ? new SignUpResult.Done(newcomer.userId())
                : new SignUpResult.CodeRefused(new EnrolmentResult.Superseded());
    }

    /** By enforcement, or because they needed one where they were imported from. */
    private boolean isCodeNeeded(long userId, Account account) {
        return enrolments.find(userId).needsCode(account, clock.instant());
    }

    private SignUpResult codeNeeded(String token, Account account) {
        return registration
                .openTo(token)
                .<SignUpResult>map(user -> new SignUpResult.CodeNeeded(ProposedEnrolment.of(
                        TotpSecret.generate(),
                        enrolments.find(user.id()).version(),
                        account.companyName(),
                        user.email())))
                .orElseGet(SignUpResult.Closed::new);
    }

    private static boolean isDone(SignUpResult result) {
        return result instanceof SignUpResult.Done;
    }
}
