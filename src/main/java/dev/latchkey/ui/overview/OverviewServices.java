package dev.latchkey.ui.overview;

import dev.latchkey.twofactor.coverage.Coverage;
import dev.latchkey.twofactor.coverage.FirstHour;
import dev.latchkey.twofactor.enforcement.Enforcement;
import dev.latchkey.twofactor.enforcement.EnforcementMails;
import dev.latchkey.twofactor.enforcement.group.GroupEnforcement;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.evidence.Evidence;
import dev.latchkey.twofactor.reminder.Reminders;
import org.springframework.stereotype.Component;

/** What the parts of the page ask. */
@Component
record OverviewServices(
        Coverage coverage,
        FirstHour firstHour,
        Reminders reminders,
        Enforcement enforcement,
        GroupEnforcement groupEnforcement,
        EnforcementMails mails,
        TwoFactorService twoFactor,
        Evidence evidence) {}
