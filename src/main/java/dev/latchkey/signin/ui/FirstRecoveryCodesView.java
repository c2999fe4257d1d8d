package dev.latchkey.signin.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.latchkey.component.CenteredCard;
import dev.latchkey.signin.CurrentSession;
import dev.latchkey.signin.Detour;
import dev.latchkey.signin.StepUp;
import dev.latchkey.twofactor.RecoveryCodeSet;
import dev.latchkey.twofactor.RecoveryCodes;
import dev.latchkey.twofactor.TwoFactorService;
import dev.latchkey.twofactor.ui.RecoveryCodesPanel;

/**
 * Shows their first recovery codes to somebody who has just signed in with a code, before they go on to where they wanted. The
 * codes are made for this one look; later the page offers new ones, for a fresh proof.
 */
@Route(value = "recovery-codes", autoLayout = false)
class FirstRecoveryCodesView extends CenteredCard implements BeforeEnterObserver {

    private final CurrentSession session;
    private final StepUp stepUp;
    private final StepUpGate gate;
    private final RecoveryCodes codes;
    private final TwoFactorService twoFactor;

    FirstRecoveryCodesView(
            CurrentSession session, StepUp stepUp, StepUpGate gate, RecoveryCodes codes, TwoFactorService twoFactor) {
        super("recovery-codes.title");
        this.session = session;
        this.stepUp = stepUp;
        this.gate = gate;
        this.codes = codes;
        this.twoFactor = twoFactor;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var userId = session.user().getUserId();
        if (!twoFactor.statusOf(userId).on()) {
            event.forwardTo("");
        } else if (stepUp.isNeeded(userId)) {
            offer(userId);
        } else {
            codes.firstSet(userId).ifPresentOrElse(this::show, () -> offer(userId));
        }
    }

    private void show(RecoveryCodeSet set) {
        clearCard();
        addToCard(new RecoveryCodesPanel(set), goOn("recovery-codes.kept", ButtonVariant.PRIMARY));
    }

    private void offer(long userId) {
        clearCard();
        var anew =
                new Button(getTranslation("recovery-codes.make"), click -> gate.pass(() -> show(codes.newSet(userId))));
        anew.setDisableOnClick(true);
        addToCard(
                new Paragraph(getTranslation("recovery-codes.shown-once")),
                anew,
                goOn("recovery-codes.go-on", ButtonVariant.TERTIARY));
    }

    private Button goOn(String key, ButtonVariant variant) {
        var goOn = new Button(getTranslation(key), click -> {
            // The codes leave the page at once, whatever comes next
            clearCard();
            getUI().ifPresent(ui -> ui.getPage().setLocation(Detour.end()));
        });
        goOn.addThemeVariants(variant);
        return goOn;
    }
}
