package dev.latchkey.twofactor.enforcement;

import dev.latchkey.account.AccountService;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.twofactor.secret.EnforcementVersion;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does what belongs to the start of a planned enforcement, once over all nodes: the mails with secrets, and the line in the trail. */
@Component
class EnforcementStart {

    private final AccountService accounts;
    private final EnforcementRepository enforcements;
    private final EnforcementMailing mailing;
    private final AuditTrail auditTrail;
    private final Clock clock;

    EnforcementStart(
            AccountService accounts,
            EnforcementRepository enforcements,
            EnforcementMailing mailing,
            AuditTrail auditTrail,
            Clock clock) {
        this.accounts = accounts;
        this.enforcements = enforcements;
        this.mailing = mailing;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT5S")
    @RetryOnConcurrencyFailure
    @Transactional
    public void beginDue() {
        if (!accounts.begin(clock.instant())) {
            return;
        }
        var recipients = enforcements.activeWithoutProvenSecret();
        mailing.mailSecretsAnew(new EnforcementVersion(accounts.current().enforcementVersion()), recipients);
        auditTrail.record(AuditAction.ENFORCEMENT_BEGUN, null, null, "", String.valueOf(recipients.size()));
    }
}
