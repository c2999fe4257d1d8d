package dev.latchkey.ui.users.bulk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.VaadinSession;
import dev.latchkey.component.page.ReadingFocus;
import dev.latchkey.mail.ui.DeliveryPolling;
import dev.latchkey.twofactor.bulk.BulkOrders;
import dev.latchkey.twofactor.bulk.BulkProgress;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** The progress and the result of the reader's latest action on many users; a reload or another page does not end it. */
public class BulkProgressPanel extends Div {

    private final long actorId;
    private final BulkOrders orders;
    private final Runnable whenFinished;
    private final ProgressBar bar = new ProgressBar();
    private final Span summary = new Span();
    private final Button refused;
    private final Button stop;
    private final Button close;
    private final DeliveryPolling polling;
    private @Nullable BulkProgress shown;

    /**
     * Shows that of the actor.
     *
     * @param whenFinished is called when it is over while somebody watches
     */
    public BulkProgressPanel(long actorId, BulkOrders orders, Runnable whenFinished) {
        this.actorId = actorId;
        this.orders = orders;
        this.whenFinished = whenFinished;
        addClassName("bulk-progress");
        bar.getElement().setAttribute("aria-label", getTranslation("bulk.progress"));
        summary.getElement().setAttribute("role", "status");
        refused = button("bulk.refused.show", this::showRefused);
        stop = button("bulk.stop", this::stop);
        close = button("dialog.close", this::dismiss);
        polling = new DeliveryPolling(this, this::refresh);
        add(summary, bar, refused, stop, close);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        closeIfSeen(attached.getSession());
        refresh();
    }

    /** A result that was shown before and lists nobody has nothing more to say; one with skipped users stays. */
    private void closeIfSeen(VaadinSession session) {
        orders.latestOf(actorId)
                .filter(progress -> progress.isFinished()
                        && progress.refused() == 0
                        && new SeenResult(progress.id()).equals(session.getAttribute(SeenResult.class)))
                .ifPresent(progress -> orders.close(actorId, progress.id()));
    }

    /** Shows the current state. */
    public void refresh() {
        var progress = orders.latestOf(actorId).orElse(null);
        setVisible(progress != null);
        polling.pace(
                progress == null || progress.isFinished() ? DeliveryPolling.Pace.NEVER : DeliveryPolling.Pace.BRISK);
        var watched = shown != null && !shown.isFinished();
        shown = progress;
        if (progress == null) {
            return;
        }
        bar.setMax(Math.max(1, progress.total()));
        bar.setValue(progress.done() + progress.refused());
        bar.setVisible(!progress.isFinished());
        summary.setText(getTranslation(
                progress.isFinished() ? "bulk.result" : "bulk.running",
                getTranslation(BulkMessages.name(progress.action())),
                progress.done(),
                progress.total(),
                progress.refused()));
        refused.setVisible(progress.refused() > 0);
        stop.setVisible(!progress.isFinished());
        close.setVisible(progress.isFinished());
        if (progress.isFinished()) {
            getUI().ifPresent(ui -> ui.getSession().setAttribute(SeenResult.class, new SeenResult(progress.id())));
        }
        if (watched && progress.isFinished()) {
            whenFinished.run();
        }
    }

    /** The order whose result a page of this session has shown last. */
    private record SeenResult(long orderId) implements Serializable {}

    /** Puts the focus on what is told, for when the button that was pressed is gone. */
    public void focusSummary() {
        ReadingFocus.put(summary);
    }

    private Button button(String key, Runnable action) {
        var button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        return button;
    }

    private void showRefused() {
        if (shown != null) {
            new BulkResultDialog(orders.refusals(actorId, shown.id())).open();
        }
    }

    private void stop() {
        if (shown != null) {
            orders.stop(actorId, shown.id());
            refresh();
        }
    }

    private void dismiss() {
        if (shown != null) {
            orders.close(actorId, shown.id());
            refresh();
        }
    }
}
