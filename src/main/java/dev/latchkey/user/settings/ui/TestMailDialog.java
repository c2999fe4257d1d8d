package dev.latchkey.user.settings.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.latchkey.component.CopyButton;
import dev.latchkey.mail.trial.TrialResult;
import dev.latchkey.mail.ui.DeliveryPolling;
import dev.latchkey.mail.ui.MailFaultMessages;
import java.util.concurrent.CompletableFuture;

/** Waits for what comes of a test mail, and shows it with the conversation. */
final class TestMailDialog extends Dialog {

    private final CompletableFuture<TrialResult> sending;
    private final DeliveryPolling polling;
    private final Paragraph outcome = new Paragraph();
    private final Paragraph advice = new Paragraph();
    private final ProgressBar progress = new ProgressBar();
    private final Paragraph caption = new Paragraph();
    private final Pre conversation = new Pre();
    private final CopyButton copy =
            CopyButton.ofText(conversation, getTranslation("test-mail.copy"), getTranslation("test-mail.copied"));

    TestMailDialog(String server, CompletableFuture<TrialResult> sending) {
        this.sending = sending;
        polling = new DeliveryPolling(this, this::refresh);
        setHeaderTitle(getTranslation("test-mail.title"));
        addClassName("form-dialog");
        outcome.setText(getTranslation("test-mail.sending", server));
        outcome.getElement().setAttribute("role", "status");
        progress.setIndeterminate(true);
        progress.getElement().setAttribute("aria-label", getTranslation("test-mail.title"));
        caption.setText(getTranslation("test-mail.conversation"));
        caption.addClassName("field-label");
        var captionId = "test-mail-conversation";
        caption.setId(captionId);
        conversation.addClassName("conversation");
        // So that the keyboard can scroll it
        conversation.getElement().setAttribute("tabindex", "0");
        conversation.getElement().setAttribute("role", "region");
        conversation.getElement().setAttribute("aria-labelledby", captionId);
        var content = new Div(outcome, progress, advice, caption, conversation);
        content.addClassName("test-mail-result");
        add(content);
        getFooter().add(copy, new Button(getTranslation("dialog.close"), click -> close()));
        show(false);
        addAttachListener(attached -> refresh());
    }

    private void refresh() {
        if (!sending.isDone()) {
            polling.pace(DeliveryPolling.Pace.BRISK);
            return;
        }
        polling.pace(DeliveryPolling.Pace.NEVER);
        var result = sending.join();
        var fault = result.fault();
        outcome.addClassNames(fault == null ? "form-notice" : "form-message");
        if (fault == null) {
            outcome.setText(getTranslation("test-mail.sent"));
            advice.setText(getTranslation(result.encrypted() ? "test-mail.encrypted" : "test-mail.not-encrypted"));
        } else {
            outcome.setText(MailFaultMessages.text(this, fault));
            advice.setText(result.cause());
        }
        conversation.setText(String.join("\n", result.conversation()));
        show(true);
    }

    private void show(boolean done) {
        progress.setVisible(!done);
        advice.setVisible(done);
        var hasLines = done && !conversation.getText().isEmpty();
        caption.setVisible(hasLines);
        conversation.setVisible(hasLines);
        copy.setVisible(hasLines);
    }
}
