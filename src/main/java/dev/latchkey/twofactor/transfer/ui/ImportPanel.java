package dev.latchkey.twofactor.transfer.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.latchkey.common.RefusedException;
import dev.latchkey.component.Confirmation;
import dev.latchkey.component.Times;
import dev.latchkey.component.page.ReadingFocus;
import dev.latchkey.mail.ui.DeliveryPolling;
import dev.latchkey.twofactor.transfer.ImportStatus;
import dev.latchkey.twofactor.transfer.ImportSummary;
import dev.latchkey.twofactor.transfer.Imports;
import dev.latchkey.user.access.StepUpGate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The administrator's latest import: its dry run, its progress, its result, and what can be done about it. */
class ImportPanel extends Composite<Div> {

    private final long actorId;
    private final Imports imports;
    private final StepUpGate gate;
    private final Paragraph state = new Paragraph();
    private final ProgressBar bar = new ProgressBar();
    private final Button start = new Button();
    private final Button sendNow = new Button();
    private final Button undo = new Button();
    private final ImportRows rows;
    private final ImportSentences sentences =
            new ImportSentences(this::getTranslation, at -> Times.exact(UI.getCurrent(), at));
    private final DeliveryPolling polling;
    private @Nullable ImportSummary shown;

    ImportPanel(long actorId, Imports imports, StepUpGate gate) {
        this.actorId = actorId;
        this.imports = imports;
        this.gate = gate;
        rows = new ImportRows(actorId, imports);
        state.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", getTranslation("import.progress"));
        start.addThemeVariants(ButtonVariant.PRIMARY);
        start.addClickListener(click -> askToStart());
        sendNow.setText(getTranslation("import.send-now"));
        sendNow.addClickListener(
                click -> act(() -> imports.sendNow(actorId, current().id())));
        undo.setText(getTranslation("import.undo"));
        undo.addClickListener(click -> askToUndo());
        polling = new DeliveryPolling(this, this::refresh);
        var buttons = new Div(start, sendNow, undo);
        buttons.addClassName("buttons");
        getContent().addClassName("import-panel");
        getContent().add(state, bar, buttons, rows);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        refresh();
    }

    /** Shows the dry run of a file that has just been read. */
    void showNew() {
        refresh();
        ReadingFocus.put(state);
    }

    private void refresh() {
        var latest = imports.latest(actorId);
        setVisible(latest.isPresent());
        latest.filter(now -> !now.equals(shown)).ifPresent(this::show);
        polling.pace(pace(latest.map(ImportSummary::status).orElse(ImportStatus.DONE)));
    }

    private static DeliveryPolling.Pace pace(ImportStatus status) {
        if (status.isBusy()) {
            return DeliveryPolling.Pace.BRISK;
        }
        return status == ImportStatus.WAITING ? DeliveryPolling.Pace.PATIENT : DeliveryPolling.Pace.NEVER;
    }

    private void show(ImportSummary now) {
        shown = now;
        state.setText(sentences.state(now));
        bar.setVisible(now.status().isBusy());
        bar.setMax(Math.max(1, now.total()));
        bar.setValue(
                now.status() == ImportStatus.UNDOING
                        ? Math.min(now.total(), now.undone() + now.kept())
                        : now.total() - now.planned());
        start.setText(getTranslation("import.start", now.total()));
        start.setVisible(now.status() == ImportStatus.PREVIEW && now.total() > 0);
        sendNow.setVisible(now.status() == ImportStatus.WAITING && now.waitingForInvitation() > 0);
        undo.setVisible(now.status().isOpen());
        rows.show(now);
    }

    private void askToStart() {
        var now = current();
        Confirmation.ask(
                this,
                getTranslation("import.start.title"),
                sentences.question(now),
                getTranslation("import.start.confirm"),
                () -> act(() -> imports.start(actorId, now.id())));
    }

    private void askToUndo() {
        var now = current();
        Confirmation.confirmDestructive(
                this,
                getTranslation("import.undo.title"),
                sentences.undoing(now),
                getTranslation("import.undo.confirm"),
                () -> act(() -> imports.undo(actorId, now.id())));
    }

    private void act(Runnable action) {
        gate.pass(() -> {
            try {
                action.run();
            } catch (RefusedException refused) {
                Notification.show(getTranslation(refused.messageKey(), refused.arguments()));
            }
            refresh();
            ReadingFocus.put(state);
        });
    }

    private ImportSummary current() {
        return Objects.requireNonNull(shown);
    }
}
