package dev.latchkey.twofactor;

import dev.latchkey.account.AccountService;
import dev.latchkey.component.Language;
import dev.latchkey.user.Registration;
import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Lets an invited person join: by name and password, and with a proven second factor where everyone needs one. */
@Service
public class SignUp {

    private final Registration registration;
    private final UserService users;
    private final AccountService accounts;
    private final EnrolmentChanges enrolmentChanges;
    private final EnrolmentRepository enrolments;
    private final Clock clock;

    SignUp(
            Registration registration,
            UserService users,
            AccountService accounts,
            EnrolmentChanges enrolmentChanges,
            EnrolmentRepository enrolments,
            Clock clock) {
        this.registration = registration;
        this.users = users;
        this.accounts = accounts;
        this.enrolmentChanges = enrolmentChanges;
        this.enrolments = enrolments;
        this.clock = clock;
    }

    /** The address that the link invites; empty once it has been used or has expired. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public Optional<String> invitedAddress(String token) {
        return registration.openTo(token).map(User::email);
    }

    /** Notes in which language the invited person reads, for the mails to come. */
    @PreAuthorize("permitAll()")
    @Transactional
    public void recordLanguage(String token, Language language) {
        registration.openTo(token).ifPresent(invited -> users.recordFirstLanguage(invited.id(), language));
    }

    /** The name of the organisation that invites. */
    @PreAuthorize("permitAll()")
    @Transactional(readOnly = true)
    public String companyName() {
        return accounts.current().companyName();
    }

    /**
     * The first step, and the last where nobody has to have a second factor.
     *
     * @throws IllegalArgumentException for a name and a password that the form must not let pass
     */
    @PreAuthorize("permitAll()")
    @Transactional
    public SignUpResult join(String token, String name, String password) {
        var account = accounts.held();
        var invited = registration.openTo(token);
        if (invited.isEmpty()) {
            return new SignUpResult.Closed();
        }
        if (account.isTwoFactorEnforced()) {
            var user = invited.get();
            return new SignUpResult.CodeNeeded(ProposedEnrolment.of(
                    TotpSecret.generate(), enrolments.find(user.id()).version(), account.companyName(), user.email()));
        }
        return registration
                .register(token, name, password)
                .<SignUpResult>map(SignUpResult.Done::new)
                .orElseGet(SignUpResult.Closed::new);
    }

    /** The second step: everything at once, or nothing where the code is not from the proposed secret. */
    @PreAuthorize("permitAll()")
    @Transactional
    public SignUpResult joinWithCode(
            String token, String name, String password, ProposedEnrolment proposed, @Nullable String typedCode) {
        var match = proposed.match(typedCode, clock.instant());
        if (!(match instanceof ProposedEnrolment.Match.Step(var step))) {
            return new SignUpResult.CodeRefused(((ProposedEnrolment.Match.Refused) match).reason());
        }
        var userId = registration.register(token, name, password);
        if (userId.isEmpty()) {
            return new SignUpResult.Closed();
        }
        if (!enrolmentChanges.prove(userId.get(), proposed, step)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new SignUpResult.CodeRefused(new EnrolmentResult.Superseded());
        }
        return new SignUpResult.Done(userId.get());
    }
}
