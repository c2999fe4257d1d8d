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
import dev.latchkey.component.form.FilePicker;
import dev.latchkey.component.form.UploadedFile;
import dev.latchkey.component.form.Uploads;
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
    private final FilePicker picker;
    private final Button remove;

    /** Shows the current logo. */
    public LogoPanel(long actorId, OrganisationSettings settings, StepUpGate gate, Uploads uploads) {
        this.actorId = actorId;
        this.settings = settings;
        this.gate = gate;
        var hint = new Paragraph(getTranslation("logo.hint"));
        hint.addClassName("hint");
        picker = new FilePicker(
                        uploads,
                        getTranslation("logo.choose"),
                        "image/png,image/jpeg",
                        LogoImage.LONGEST_FILE,
                        this::choose)
                .shrinkingPictures(LogoImage.WIDTH, LogoImage.HEIGHT);
        remove = new Button(
                getTranslation("logo.remove"), click -> gate.pass(() -> conclude("logo.removed", this::remove)));
        var buttons = new Div(remove);
        getContent().addClassName("settings-form");
        getContent().add(new H3(getTranslation("logo.title")), hint, shown, picker, buttons);
        refresh();
    }

    private void choose(UploadedFile upload) {
        try {
            var file = upload.take();
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
        picker.refuse(getTranslation(e.messageKey(), e.arguments()));
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
