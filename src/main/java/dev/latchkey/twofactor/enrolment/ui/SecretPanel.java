package dev.latchkey.twofactor.enrolment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.latchkey.component.CopyButton;
import dev.latchkey.twofactor.enrolment.ProposedEnrolment;
import java.util.Base64;

/** A proposed secret in all the ways that an authenticator app takes it: QR code, key, link. */
final class SecretPanel extends Composite<Div> {

    /** Shows that secret. */
    public SecretPanel(ProposedEnrolment proposed) {
        getContent().addClassName("secret-panel");
        getContent()
                .add(
                        new Paragraph(getTranslation("enrolment.explanation")),
                        // First on a phone, which cannot scan its own screen
                        appLink(proposed),
                        qrCode(proposed),
                        secretKey(proposed));
    }

    private Image qrCode(ProposedEnrolment proposed) {
        // Inline: a separate resource would be served to a session whose code is still missing
        var image = new Image(
                "data:image/png;base64," + Base64.getEncoder().encodeToString(proposed.qrCode()),
                getTranslation(
                        "enrolment.qr-code.alternative", proposed.secret().grouped()));
        image.addClassName("qr-code");
        return image;
    }

    private Div secretKey(ProposedEnrolment proposed) {
        var label = new Span(getTranslation("enrolment.secret-key"));
        label.addClassName("field-label");
        var key = new Span(proposed.secret().grouped());
        key.addClassName("secret-key");
        var copy = new CopyButton(key, getTranslation("enrolment.copy"), getTranslation("enrolment.copied"));
        var row = new Div(key, copy);
        row.addClassName("secret-key-row");
        var field = new Div(label, row);
        field.addClassName("secret-key-field");
        return field;
    }

    private Anchor appLink(ProposedEnrolment proposed) {
        var link = new Anchor();
        link.setText(getTranslation("enrolment.app-link"));
        // Not setHref: it considers the scheme unsafe and throws an exception that contains the whole URI, including
        // the key
        link.getElement().setAttribute("href", proposed.keyUri());
        link.setRouterIgnore(true);
        link.addClassName("app-link");
        return link;
    }
}
