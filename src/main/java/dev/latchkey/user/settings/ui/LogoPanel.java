package dev.latchkey.user.settings.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import dev.latchkey.account.branding.LogoImage;
import dev.latchkey.common.RefusedException;
import dev.latchkey.component.form.PictureButton;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.settings.OrganisationSettings;
import org.springframework.modulith.NamedInterface;

/** Shows the organisation's logo, and takes another one. */
@NamedInterface("ui")
public class LogoPanel extends Composite<Div> {

    private final long actorId;
    private final OrganisationSettings settings;
    private final StepUpGate gate;
    private final Div shown = new Div();
    private final Paragraph refusal = new Paragraph();
    private final Button remove;

    /** Shows the current logo. */
    public LogoPanel(long actorId, OrganisationSettings settings, StepUpGate gate) {
        this.actorId = actorId;
        this.settings = settings;
        this.gate = gate;
        refusal.addClassName("field-error");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        var hint = new Paragraph(getTranslation("logo.hint"));
        hint.addClassName("hint");
        var choose = new PictureButton(
                getTranslation("logo.choose"), LogoImage.LONGEST_FILE, LogoImage.WIDTH, LogoImage.HEIGHT, this::choose);
        remove = new Button(
                getTranslation("logo.remove"), click -> gate.pass(() -> conclude("logo.removed", this::remove)));
        var buttons = new Div(choose, remove);
        buttons.addClassName("logo-buttons");
        getContent().addClassName("settings-form");
        getContent().add(new H3(getTranslation("logo.title")), hint, shown, refusal, buttons);
        refresh();
    }

    private void choose(byte[] file) {
        refusal.setVisible(false);
        try {
            // What is easily seen is reported before anything else is asked
            LogoImage.requireDrawable(file);
            gate.pass(() -> store(file));
        } catch (RefusedException e) {
            show(e);
        }
    }

    private void store(byte[] file) {
        try {
            conclude("logo.saved", () -> settings.changeLogo(actorId, file));
        } catch (RefusedException e) {
            show(e);
        }
    }

    private void show(RefusedException e) {
        refusal.setText(getTranslation(e.messageKey(), e.arguments()));
        refusal.setVisible(true);
    }

    private void remove() {
        settings.removeLogo(actorId);
    }

    private void conclude(String messageKey, Runnable change) {
        change.run();
        refresh();
        Notification.show(getTranslation(messageKey));
    }

    private void refresh() {
        var logo = settings.logo();
        shown.removeAll();
        logo.ifPresentOrElse(
                current -> {
                    var image = new Image(
                            current.address(), settings.organisation().value().name());
                    image.addClassName("organisation-logo");
                    image.getElement().setAttribute("width", String.valueOf(current.shownWidth()));
                    image.getElement().setAttribute("height", String.valueOf(current.shownHeight()));
                    shown.add(image);
                },
                () -> shown.setText(getTranslation("logo.none")));
        remove.setVisible(logo.isPresent());
    }
}
