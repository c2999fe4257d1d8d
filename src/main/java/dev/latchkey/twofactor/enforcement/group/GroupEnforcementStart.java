package dev.latchkey.twofactor.enforcement.group;

import dev.latchkey.account.AccountService;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.twofactor.enforcement.EnforcementMailing;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does what belongs to the planned start of an enforcement for user groups, once over all nodes: mails, and the line in the trail. */
@Component
class GroupEnforcementStart {

    private final EnforcedGroupRepository groups;
    private final AccountService accounts;
    private final EnforcementMailing mailing;
    private final AuditTrail auditTrail;
    private final Clock clock;

    GroupEnforcementStart(
            EnforcedGroupRepository groups,
            AccountService accounts,
            EnforcementMailing mailing,
            AuditTrail auditTrail,
            Clock clock) {
        this.groups = groups;
        this.accounts = accounts;
        this.mailing = mailing;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10S", initialDelayString = "PT5S")
    @RetryOnConcurrencyFailure
    @Transactional
    public void beginDue() {
        var now = clock.instant();
        if (!groups.isAnyDue(now)) {
            return;
        }
        var account = accounts.locked();
        var due = groups.due(now);
        if (due.isEmpty()) {
            return;
        }
        var recipients = groups.newlyCovered(due, now);
        groups.begin(due);
        mailing.mailSecrets(account, recipients);
        auditTrail.record(AuditAction.GROUPS_ENFORCEMENT_BEGUN, null, null, "", groups.namesOf(due));
    }
}
