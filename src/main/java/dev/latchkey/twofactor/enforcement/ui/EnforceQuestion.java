package dev.latchkey.twofactor.enforcement.ui;

import com.vaadin.flow.component.Component;
import dev.latchkey.account.Account;
import dev.latchkey.account.PlannedStart;
import dev.latchkey.twofactor.enforcement.Enforcement;
import dev.latchkey.twofactor.enforcement.EnforcementPlans;
import dev.latchkey.twofactor.enforcement.EnforcementSample;
import dev.latchkey.twofactor.enforcement.group.GroupEnforcement;
import dev.latchkey.user.access.StepUpGate;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks whom enforcement is for and when it starts, and then enforces or plans it. */
final class EnforceQuestion {

    private final long actorId;
    private final Component view;
    private final Enforcement enforcement;
    private final EnforcementPlans plans;
    private final GroupEnforcement groups;
    private final EnforcementSample sample;
    private final StepUpGate gate;
    private final Consumer<Supplier<String>> flip;

    /**
     * Prepares it for a view.
     *
     * @param flip carries an action out and shows what it returns
     */
    EnforceQuestion(
            long actorId,
            Component view,
            Enforcement enforcement,
            EnforcementPlans plans,
            GroupEnforcement groups,
            EnforcementSample sample,
            StepUpGate gate,
            Consumer<Supplier<String>> flip) {
        this.actorId = actorId;
        this.view = view;
        this.enforcement = enforcement;
        this.plans = plans;
        this.groups = groups;
        this.sample = sample;
        this.gate = gate;
        this.flip = flip;
    }

    /**
     * Asks an administrator whose own login is protected.
     *
     * @param seen the account as they saw it
     * @param planned the start for everyone that is planned
     */
    void ask(Account seen, @Nullable Instant planned) {
        ask(seen, new WhoChoice(groups.choices()), new StartChoice(plans, planned));
    }

    private void ask(Account seen, WhoChoice who, StartChoice when) {
        var figures = new EnforcementFigures(seen, enforcement, enforcement.mayList(actorId));
        new EnforceDialog(
                        who,
                        when,
                        figures,
                        new SecretMailOffer(actorId, seen, sample, when),
                        () -> conclude(seen, who, when))
                .open();
    }

    private void conclude(Account seen, WhoChoice who, StartChoice when) {
        if (who.isAcceptable() && when.isAcceptable()) {
            gate.pass(() -> flip.accept(() -> enforce(seen, who, when)));
        } else {
            // The dialog has closed by itself, and nothing that was typed may be lost
            ask(seen, who, when);
        }
    }

    private String enforce(Account seen, WhoChoice who, StartChoice when) {
        var start = when.start().map(PlannedStart::of);
        if (who.isForGroups()) {
            var mails = groups.enforce(actorId, seen, who.groupIds(), start);
            return start.isPresent() ? planned(mails) : enforced(seen, mails);
        }
        return start.map(time -> planned(plans.plan(actorId, seen, time)))
                .orElseGet(() -> enforced(seen, enforcement.enforce(actorId, seen)));
    }

    private String planned(int mails) {
        return view.getTranslation("enforcement.planned.done", mails);
    }

    private String enforced(Account seen, int mails) {
        if (mails == 0) {
            return view.getTranslation("enforcement.enforced-without-mail");
        }
        return view.getTranslation(
                seen.mailsSecrets() ? "enforcement.enforced" : "enforcement.enforced-on-screen", mails);
    }
}
