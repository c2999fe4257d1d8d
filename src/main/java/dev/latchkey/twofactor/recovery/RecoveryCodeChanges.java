package dev.latchkey.twofactor.recovery;

import dev.latchkey.account.AccountService;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.mail.Outbox;
import dev.latchkey.twofactor.notice.SecurityNotice;
import dev.latchkey.user.UserService;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Creates and spends recovery codes, each by a single guarded statement. */
@Component
public class RecoveryCodeChanges {

    private final RecoveryCodeRepository codes;
    private final AccountService accounts;
    private final UserService users;
    private final AuditTrail auditTrail;
    private final Outbox outbox;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodeChanges(
            RecoveryCodeRepository codes,
            AccountService accounts,
            UserService users,
            AuditTrail auditTrail,
            Outbox outbox,
            Clock clock) {
        this.codes = codes;
        this.accounts = accounts;
        this.users = users;
        this.auditTrail = auditTrail;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The user's first set; empty if they have or had one, or no proven secret. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<RecoveryCodeSet> generateFirst(long userId) {
        return codes.beginFirst(userId, clock.instant()) ? Optional.of(fill(userId)) : Optional.empty();
    }

    /** A set that replaces any other; empty if the user has no proven secret. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<RecoveryCodeSet> regenerate(long userId) {
        return codes.restart(userId, clock.instant()) ? Optional.of(fill(userId)) : Optional.empty();
    }

    /** Spends a code and notifies its owner; false if it is not, or no longer, one of theirs. */
    @Transactional
    public boolean spend(long userId, RecoveryCode code) {
        if (!codes.spend(userId, code.hash())) {
            return false;
        }
        var left = codes.find(userId).map(RecoveryCodeStatus::codesLeft).orElse(0);
        auditTrail.record(AuditAction.RECOVERY_CODE_USED, userId, userId, emailOf(userId), String.valueOf(left));
        outbox.tell(SecurityNotice.RECOVERY_CODE_USED, userId, left);
        return true;
    }

    private RecoveryCodeSet fill(long userId) {
        var made = Stream.generate(() -> RecoveryCode.generate(random))
                .limit(RecoveryCodeSet.SIZE)
                .toList();
        codes.add(userId, made);
        return new RecoveryCodeSet(accounts.current().companyName(), emailOf(userId), made);
    }

    private String emailOf(long userId) {
        return users.find(userId).orElseThrow().email();
    }
}
