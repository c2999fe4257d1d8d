package dev.latchkey.twofactor.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.latchkey.twofactor.EnrolmentResult;
import dev.latchkey.twofactor.ProposedEnrolment;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Function;

/**
 * Shows a proposed secret and asks for the first code from it. It stores nothing: whoever opens it says what a code leads to,
 * and until that accepts one, closing it in whatever way changes nothing.
 */
final class EnrolmentDialog extends Dialog {

    // On plain HTTP a browser has no clipboard to write to, but still copies what is selected
    private static final String COPY = """
            this.addEventListener('click', () => {
              if (navigator.clipboard) {
                navigator.clipboard.writeText($0.textContent.replaceAll(' ', ''));
              } else {
                getSelection().selectAllChildren($0);
                document.execCommand('copy');
              }
            })
            """;

    private final CodeField code = new CodeField();
    private final Button submit = new Button();
    private final Function<String, EnrolmentResult> submission;

    EnrolmentDialog(ProposedEnrolment proposed, Function<String, EnrolmentResult> submission) {
        this.submission = submission;
        setHeaderTitle(getTranslation("enrolment.title"));
        setCloseOnOutsideClick(false);
        addClassName("enrolment-dialog");
        var content = new Div(
                new Paragraph(getTranslation("enrolment.explanation")),
                qrCode(proposed),
                secretKey(proposed),
                appLink(proposed),
                code);
        content.addClassName("enrolment-dialog-content");
        add(content);
        submit.setText(getTranslation("enrolment.submit"));
        submit.addClickListener(click -> submit());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        submit.setDisableOnClick(true);
        getFooter().add(new Button(getTranslation("dialog.cancel"), click -> close()), submit);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                code.focus();
            } else {
                // The secret leaves the page with the dialog
                removeAll();
            }
        });
    }

    private Image qrCode(ProposedEnrolment proposed) {
        // In the page itself: a resource of its own would be served to a session that still owes a code
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
        var copy = new Button(getTranslation("enrolment.copy"));
        copy.getElement().executeJs(COPY, key);
        copy.addClickListener(click -> Notification.show(getTranslation("enrolment.copied")));
        var row = new Div(key, copy);
        row.addClassName("secret-key-row");
        return new Div(label, row);
    }

    private Anchor appLink(ProposedEnrolment proposed) {
        var link = new Anchor();
        link.setText(getTranslation("enrolment.app-link"));
        // Not setHref: it takes the scheme for unsafe and says so with the whole address, key included, in an exception
        link.getElement().setAttribute("href", proposed.keyUri());
        link.setRouterIgnore(true);
        return link;
    }

    private void submit() {
        var result = submission.apply(code.getValue());
        submit.setEnabled(true);
        switch (result) {
            case EnrolmentResult.Enrolled enrolled -> close();
            case EnrolmentResult.Malformed() -> code.refuse(getTranslation("code.malformed"));
            case EnrolmentResult.Wrong() -> code.refuse(getTranslation("enrolment.wrong"));
            case EnrolmentResult.ClockOff(var offset) -> code.refuse(clockSentence(offset));
            case EnrolmentResult.Superseded() -> code.refuse(getTranslation("enrolment.superseded"));
        }
    }

    private String clockSentence(Duration offset) {
        var minutes = Math.max(1, Math.round(offset.abs().toSeconds() / 60.0));
        return getTranslation(offset.isNegative() ? "enrolment.clock-behind" : "enrolment.clock-ahead", minutes);
    }
}
