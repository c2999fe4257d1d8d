package dev.latchkey.twofactor.enforcement.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import dev.latchkey.account.Account;
import dev.latchkey.component.Confirmation;
import dev.latchkey.component.Switch;
import dev.latchkey.twofactor.enforcement.Enforcement;
import dev.latchkey.twofactor.enforcement.EnforcementPlans;
import dev.latchkey.twofactor.enforcement.EnforcementSample;
import dev.latchkey.twofactor.enforcement.group.GroupEnforcement;
import dev.latchkey.user.access.StepUpGate;
import java.util.function.Supplier;

/** The switch that enforces two-factor authentication for everyone, with its confirmation dialogs. */
class EnforcementSwitch extends Composite<Div> {

    private final long actorId;
    private final Enforcement enforcement;
    private final EnforcementPlans plans;
    private final GroupEnforcement groups;
    private final StepUpGate gate;
    private final Runnable whenFlipped;
    private final EnforceQuestion question;
    private final EnforcedGroupList groupList;
    private final Switch toggle = new Switch();
    private final Paragraph explanation = new Paragraph();
    private final Div plan = new Div();
    private Account shown;

    EnforcementSwitch(
            long actorId,
            Enforcement enforcement,
            EnforcementPlans plans,
            GroupEnforcement groups,
            EnforcementSample sample,
            StepUpGate gate,
            Runnable whenFlipped) {
        this.actorId = actorId;
        this.enforcement = enforcement;
        this.plans = plans;
        this.groups = groups;
        this.gate = gate;
        this.whenFlipped = whenFlipped;
        this.question = new EnforceQuestion(actorId, this, enforcement, plans, groups, sample, gate, this::flip);
        this.groupList = new EnforcedGroupList(actorId, groups, gate, this::flip);
        this.shown = enforcement.standing();
        toggle.setLabel(getTranslation("enforcement.switch"));
        toggle.askBeforeFlipping(this::ask);
        explanation.addClassName("hint");
        plan.addClassNames("tools", "plan");
        plan.add(
                new Button(getTranslation("enforcement.plan.change"), click -> ask(true)),
                new Button(
                        getTranslation("enforcement.plan.cancel"), click -> askToCancel(shown.enforcementVersion())));
        getContent().add(toggle, explanation, plan, groupList);
        refresh();
    }

    private void refresh() {
        shown = enforcement.standing();
        var isOn = enforcement.isOn(shown);
        toggle.setOn(isOn);
        plan.setVisible(shown.enforcedSince() != null && !isOn);
        explanation.setText(EnforcementMessages.state(this, enforcement, groups, shown));
        groupList.refresh();
    }

    /** Asks what an administrator wanted to do before they protected their own login. */
    void goOn() {
        refresh();
        if (!enforcement.isOn(shown) && enforcement.mayEnforce(actorId)) {
            question.ask(shown, shown.enforcedSince());
        }
    }

    private void ask(boolean on) {
        var seen = shown;
        // Somebody else may have switched it since
        refresh();
        if (on && !enforcement.mayEnforce(actorId)) {
            askForOwnFirst();
        } else if (on) {
            // The dialog shows the current delivery of secrets
            var asked = seen.enforcementVersion() == shown.enforcementVersion() ? shown : seen;
            question.ask(asked, asked.enforcedSince());
        } else {
            askToLift(seen.enforcementVersion());
        }
    }

    private void askForOwnFirst() {
        Confirmation.ask(
                this,
                getTranslation("enforcement.own-first.title"),
                getTranslation("enforcement.own-first.text"),
                getTranslation("enforcement.own-first.go"),
                // A page load: a dialog that opens while this one closes prevents an in-page navigation from changing
                // the address
                () -> UI.getCurrent().getPage().setLocation("profile?" + AuthenticationSettingsView.OWN_FIRST));
    }

    private void askToCancel(long version) {
        Confirmation.ask(
                this,
                getTranslation("enforcement.plan.cancel"),
                getTranslation("enforcement.plan.cancel.text"),
                getTranslation("dialog.confirm"),
                () -> gate.pass(() -> flip(() -> cancel(version))));
    }

    private void askToLift(long version) {
        Confirmation.confirmDestructive(
                this,
                getTranslation("enforcement.lift.title"),
                groups.all().stream().anyMatch(groups::isOn)
                        ? getTranslation("enforcement.lift.text-but-groups")
                        : getTranslation("enforcement.lift.text"),
                getTranslation("dialog.confirm"),
                () -> gate.pass(() -> flip(() -> lift(version))));
    }

    private String cancel(long version) {
        plans.cancel(actorId, version);
        return getTranslation("enforcement.plan.cancelled");
    }

    private String lift(long version) {
        enforcement.lift(actorId, version);
        return getTranslation("enforcement.lifted");
    }

    private void flip(Supplier<String> action) {
        try {
            Notification.show(action.get());
        } finally {
            // Whatever the result, somebody else may have switched it
            refresh();
            whenFlipped.run();
            // What was pressed may be gone
            toggle.focus();
        }
    }
}
