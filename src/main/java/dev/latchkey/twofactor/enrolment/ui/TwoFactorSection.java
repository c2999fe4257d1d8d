package dev.latchkey.twofactor.enrolment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import dev.latchkey.component.Switch;
import dev.latchkey.component.page.ReadingFocus;
import dev.latchkey.twofactor.enrolment.EnrolmentResult;
import dev.latchkey.twofactor.enrolment.SwitchOffResult;
import dev.latchkey.twofactor.enrolment.TwoFactorService;
import dev.latchkey.twofactor.enrolment.TwoFactorStatus;
import dev.latchkey.twofactor.recovery.RecoveryCodes;
import dev.latchkey.twofactor.recovery.ui.RecoveryCodesDialog;
import dev.latchkey.twofactor.recovery.ui.RecoveryCodesSection;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.springframework.modulith.NamedInterface;

/** The section of the profile that turns the user's own two-factor authentication on and off, and keeps it usable. */
@NamedInterface("ui")
public final class TwoFactorSection extends Composite<Div> {

    private final long userId;
    private final TwoFactorService twoFactor;
    private final Consumer<Runnable> stepUp;
    private final LongConsumer continueUnderEpoch;
    private final Switch toggle = new Switch();
    private final Paragraph explanation = new Paragraph();
    private final Button setUpNow = new Button();
    private final AuthenticatorAppSection app = new AuthenticatorAppSection(() -> replaceThen(() -> {}));
    private final RecoveryCodesSection recoveryCodes;
    private Runnable whenTurnedOn = () -> {};

    /**
     * Creates the section of one user.
     *
     * @param stepUp performs an action as soon as the user has confirmed their identity
     * @param continueUnderEpoch continues this session with the user's new session epoch, after a code was spent in it
     */
    public TwoFactorSection(
            long userId,
            TwoFactorService twoFactor,
            RecoveryCodes codes,
            Consumer<Runnable> stepUp,
            LongConsumer continueUnderEpoch) {
        this.userId = userId;
        this.twoFactor = twoFactor;
        this.stepUp = stepUp;
        this.continueUnderEpoch = continueUnderEpoch;
        recoveryCodes = new RecoveryCodesSection(userId, codes, stepUp);
        toggle.setLabel(getTranslation("profile.two-factor"));
        toggle.askBeforeFlipping(this::ask);
        explanation.addClassName("hint");
        getContent().addClassName("two-factor-section");
        setUpNow.setText(getTranslation("profile.two-factor.set-up-now"));
        setUpNow.addClickListener(click -> openEnrolment());
        getContent().add(toggle, explanation, setUpNow, app, recoveryCodes);
        refresh();
    }

    private void refresh() {
        var status = twoFactor.statusOf(userId);
        toggle.setOn(status.on() || status.enforced());
        toggle.setEnabled(!status.enforced());
        explanation.setText(getTranslation(explanationKey(status)));
        setUpNow.setVisible(status.enforced() && !status.on());
        app.setVisible(status.on());
        app.show(status.secretMailed(), twoFactor.appEntryOf(userId));
        recoveryCodes.setVisible(status.on());
        recoveryCodes.refresh();
    }

    private static String explanationKey(TwoFactorStatus status) {
        if (status.enforced()) {
            return status.on() ? "profile.two-factor.enforced" : "profile.two-factor.enforced-unproven";
        }
        return status.on() ? "profile.two-factor.on" : "profile.two-factor.off";
    }

    private void ask(boolean on) {
        // Another page may have switched it since
        refresh();
        if (on) {
            openEnrolment();
        } else {
            new SwitchOffDialog(this::switchOff).open();
        }
    }

    /** Whether the user has a proven secret. */
    public boolean isOn() {
        return twoFactor.statusOf(userId).on();
    }

    /** Opens the dialog with a new secret, and calls back once it is proven and the recovery codes are saved. */
    public void enrolThen(Runnable action) {
        whenTurnedOn = action;
        openEnrolment();
    }

    /** Opens the dialog with a secret that replaces the current one, and calls back once it is proven and new recovery codes, if any, are saved. */
    public void replaceThen(Runnable action) {
        stepUp.accept(() -> {
            var change = twoFactor.propose(userId);
            new EnrolmentDialog(
                            change.proposed(),
                            code -> conclude(twoFactor.replace(userId, change, code), "profile.app.replaced", action))
                    .open();
        });
    }

    private void openEnrolment() {
        stepUp.accept(() -> {
            var change = twoFactor.propose(userId);
            new EnrolmentDialog(
                            change.proposed(),
                            code -> conclude(
                                    twoFactor.turnOn(userId, change, code),
                                    "profile.two-factor.turned-on",
                                    whenTurnedOn))
                    .open();
        });
    }

    private EnrolmentResult conclude(EnrolmentResult result, String messageKey, Runnable action) {
        if (result instanceof EnrolmentResult.Enrolled(var sessionEpoch, var codes)) {
            // The component that opened the dialogs cannot get the focus back if it no longer exists
            Runnable whenKept = setUpNow.isVisible() ? () -> ReadingFocus.put(explanation) : () -> {};
            done(sessionEpoch, messageKey);
            codes.ifPresentOrElse(
                    set -> new RecoveryCodesDialog(set, () -> {
                                whenKept.run();
                                action.run();
                            })
                            .open(),
                    action);
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
