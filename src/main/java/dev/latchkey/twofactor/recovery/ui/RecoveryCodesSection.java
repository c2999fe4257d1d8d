package dev.latchkey.twofactor.recovery.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import dev.latchkey.component.Confirmation;
import dev.latchkey.component.Times;
import dev.latchkey.twofactor.recovery.RecoveryCodeSet;
import dev.latchkey.twofactor.recovery.RecoveryCodeStatus;
import dev.latchkey.twofactor.recovery.RecoveryCodes;
import java.util.function.Consumer;

/** The section of the profile that shows how many recovery codes are left and creates new ones. */
public final class RecoveryCodesSection extends Composite<Div> {

    private final long userId;
    private final RecoveryCodes codes;
    private final Consumer<Runnable> stepUp;
    private final Paragraph standing = new Paragraph();
    private final Paragraph warning = new Paragraph();

    /** Shows how many codes are left; creating new ones requires the step-up. */
    public RecoveryCodesSection(long userId, RecoveryCodes codes, Consumer<Runnable> stepUp) {
        this.userId = userId;
        this.codes = codes;
        this.stepUp = stepUp;
        standing.addClassName("hint");
        warning.setText(getTranslation("profile.recovery-codes.few"));
        warning.addClassNames("notice", "warning");
        getContent().addClassName("two-factor-part");
        getContent()
                .add(
                        new H3(getTranslation("recovery-codes.title")),
                        standing,
                        warning,
                        new Button(getTranslation("recovery-codes.make"), click -> ask()));
    }

    /** Shows how many codes are left now. */
    public void refresh() {
        var status = codes.statusOf(userId);
        standing.setText(status.map(this::left).orElseGet(() -> getTranslation("profile.recovery-codes.none")));
        warning.setVisible(status.filter(RecoveryCodeStatus::isRunningOut).isPresent());
    }

    private String left(RecoveryCodeStatus status) {
        return getTranslation(
                "profile.recovery-codes.left",
                status.codesLeft(),
                RecoveryCodeSet.SIZE,
                Times.text(UI.getCurrent(), status.madeAt()));
    }

    private void ask() {
        var left = codes.statusOf(userId).map(RecoveryCodeStatus::codesLeft).orElse(0);
        if (left == 0) {
            stepUp.accept(this::make);
        } else {
            Confirmation.ask(
                    this,
                    getTranslation("recovery-codes.make"),
                    getTranslation("recovery-codes.make.question", left),
                    getTranslation("recovery-codes.make.confirm"),
                    () -> stepUp.accept(this::make));
        }
    }

    private void make() {
        new RecoveryCodesDialog(codes.newSet(userId), () -> {}).open();
        refresh();
    }
}
