package dev.latchkey.twofactor.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import dev.latchkey.component.Switch;
import dev.latchkey.twofactor.EnrolmentResult;
import dev.latchkey.twofactor.SwitchOffResult;
import dev.latchkey.twofactor.TwoFactorService;
import dev.latchkey.twofactor.TwoFactorStatus;
import java.util.function.LongConsumer;

/** The part of the profile that turns the user's own two-factor authentication on and off. */
public final class TwoFactorSection extends Composite<Div> {

    private final long userId;
    private final TwoFactorService twoFactor;
    private final LongConsumer continueUnderEpoch;
    private final Switch toggle = new Switch();
    private final Paragraph explanation = new Paragraph();
    private final Button setUpNow = new Button();
    private Runnable whenTurnedOn = () -> {};

    /**
     * Makes the section of one user.
     *
     * @param continueUnderEpoch keeps this session alive under the user's new session epoch, after a code was spent in it
     */
    public TwoFactorSection(long userId, TwoFactorService twoFactor, LongConsumer continueUnderEpoch) {
        this.userId = userId;
        this.twoFactor = twoFactor;
        this.continueUnderEpoch = continueUnderEpoch;
        toggle.setLabel(getTranslation("profile.two-factor"));
        toggle.addToggleListener(this::toggled);
        explanation.addClassName("hint");
        getContent().addClassName("two-factor-section");
        setUpNow.setText(getTranslation("profile.two-factor.set-up-now"));
        setUpNow.addClickListener(click -> openEnrolment());
        getContent().add(toggle, explanation, setUpNow);
        refresh();
    }

    private void refresh() {
        var status = twoFactor.statusOf(userId);
        toggle.setOn(status.on() || status.enforced());
        toggle.setEnabled(!status.enforced());
        explanation.setText(getTranslation(explanationKey(status)));
        setUpNow.setVisible(status.enforced() && !status.on());
    }

    private static String explanationKey(TwoFactorStatus status) {
        if (status.enforced()) {
            return status.on() ? "profile.two-factor.enforced" : "profile.two-factor.enforced-unproven";
        }
        return status.on() ? "profile.two-factor.on" : "profile.two-factor.off";
    }

    private void toggled(boolean on) {
        // It shows what is stored, and nothing is stored yet
        refresh();
        if (on) {
            openEnrolment();
        } else {
            new SwitchOffDialog(this::switchOff).open();
        }
    }

    /** Opens the dialog with a new secret, and does that once it is proven; does that at once where one is proven already. */
    public void enrolThen(Runnable deed) {
        whenTurnedOn = deed;
        if (twoFactor.statusOf(userId).on()) {
            deed.run();
        } else {
            openEnrolment();
        }
    }

    private void openEnrolment() {
        var proposed = twoFactor.propose(userId);
        new EnrolmentDialog(proposed, code -> conclude(twoFactor.turnOn(userId, proposed, code))).open();
    }

    private EnrolmentResult conclude(EnrolmentResult result) {
        if (result instanceof EnrolmentResult.Enrolled(var sessionEpoch)) {
            done(sessionEpoch, "profile.two-factor.turned-on");
            whenTurnedOn.run();
        }
        return result;
    }

    private SwitchOffResult switchOff(String code) {
        var result = twoFactor.turnOff(userId, code);
        if (result instanceof SwitchOffResult.SwitchedOff(var sessionEpoch)) {
            done(sessionEpoch, "profile.two-factor.turned-off");
        }
        return result;
    }

    private void done(long sessionEpoch, String messageKey) {
        continueUnderEpoch.accept(sessionEpoch);
        refresh();
        Notification.show(getTranslation(messageKey));
    }
}
