package dev.latchkey.twofactor.enforcement.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.latchkey.component.CopyButton;
import dev.latchkey.component.Times;
import dev.latchkey.component.grid.NarrowScreen;
import dev.latchkey.component.grid.RowCard;
import dev.latchkey.component.grid.RowFocus;
import dev.latchkey.component.page.ReadingFocus;
import dev.latchkey.mail.DeliveryStatus;
import dev.latchkey.mail.delivery.DeliveryProgress;
import dev.latchkey.mail.ui.DeliveryMessages;
import dev.latchkey.mail.ui.DeliveryPolling;
import dev.latchkey.twofactor.enforcement.EnforcementMails;
import dev.latchkey.twofactor.enforcement.RefusedMail;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** Shows the progress of the enforcement's mails, and those that a mail server has refused. It polls until all have been sent. */
@NamedInterface("ui")
public class MailProgressPanel extends Composite<Div> {

    private static final int MOST_COPIED = 1_000;

    private final long actorId;
    private final EnforcementMails mails;
    private final ProgressBar bar = new ProgressBar();
    private final Paragraph summary = new Paragraph();
    private final Grid<RefusedMail> refused = new Grid<>();
    private final Button retryAll = new Button();
    private final Div tools = new Div();
    private final Pre lines = new Pre();
    private final DeliveryPolling polling;
    private @Nullable DeliveryProgress shown;

    /** Creates the panel for an administrator. */
    public MailProgressPanel(long actorId, EnforcementMails mails) {
        this.actorId = actorId;
        this.mails = mails;
        bar.getElement().setAttribute("aria-label", getTranslation("mails.progress"));
        summary.addClassName("hint");
        summary.getElement().setAttribute("role", "status");
        refused.addThemeName("wrap-cell-content");
        refused.addColumn(RefusedMail::address)
                .setHeader(getTranslation("mails.address"))
                .setFlexGrow(2);
        refused.addColumn(this::state)
                .setHeader(getTranslation("mails.state"))
                .setWidth("9rem")
                .setFlexGrow(0);
        refused.addColumn(this::reason)
                .setHeader(getTranslation("mails.reason"))
                .setFlexGrow(3);
        var wide = List.copyOf(refused.getColumns());
        var cards = refused.addComponentColumn(this::card).setHeader(getTranslation("mails.failed"));
        refused.addComponentColumn(this::retryButton)
                .setHeader(getTranslation("grid.actions"))
                .setWidth("7rem")
                .setFlexGrow(0);
        NarrowScreen.swapColumns(refused, List.of(cards), wide);
        refused.setAriaLabel(getTranslation("mails.failed"));
        refused.setItems(
                query -> mails.refused(query.getOffset(), query.getLimit()).stream(), query -> mails.countRefused());
        refused.setHeight("16rem");
        retryAll.setText(getTranslation("mails.retry-all"));
        retryAll.addClickListener(click -> retry(OptionalLong.empty()));
        lines.addClassName("for-screen-readers");
        lines.getElement().setAttribute("aria-hidden", "true");
        var copy = CopyButton.ofText(lines, getTranslation("mails.copy"), getTranslation("mails.copied"));
        tools.addClassName("tools");
        tools.add(retryAll, copy);
        polling = new DeliveryPolling(this, this::refresh);
        getContent().addClassName("mail-progress");
        getContent().add(bar, summary, refused, lines, tools);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        refresh();
    }

    /** Shows the current state. */
    void refresh() {
        var progress = mails.progress();
        setVisible(progress.total() > 0);
        bar.setMax(Math.max(1, progress.total()));
        bar.setValue(progress.sent() + progress.failed());
        bar.setVisible(!progress.isOver());
        summary.setText(getTranslation(
                "mails.summary", progress.sent(), progress.total(), progress.waiting(), progress.failed()));
        var troubles = mails.countRefused();
        if (!progress.equals(shown)) {
            showRefused(progress, troubles);
        }
        var onlyRetriesLeft = progress.waiting() + progress.failed() == troubles;
        var waiting = onlyRetriesLeft ? DeliveryPolling.Pace.PATIENT : DeliveryPolling.Pace.BRISK;
        polling.pace(progress.isOver() ? DeliveryPolling.Pace.NEVER : waiting);
        shown = progress;
    }

    private void showRefused(DeliveryProgress progress, int troubles) {
        refused.setVisible(troubles > 0);
        refused.getDataProvider().refreshAll();
        tools.setVisible(troubles > 0);
        lines.setText(mails.refused(0, MOST_COPIED).stream()
                .map(mail -> mail.address() + "\t" + reason(mail))
                .collect(Collectors.joining("\n")));
        retryAll.setVisible(progress.failed() > 1);
    }

    private RowCard card(RefusedMail mail) {
        return new RowCard(mail.address()).line(state(mail)).line(reason(mail));
    }

    private String reason(RefusedMail mail) {
        return DeliveryMessages.reason(this, mail.delivery());
    }

    private String state(RefusedMail mail) {
        return mail.delivery().status() == DeliveryStatus.FAILED
                ? getTranslation("mails.failed")
                : getTranslation(
                        "mails.waiting",
                        Times.text(UI.getCurrent(), mail.delivery().nextAttemptAt()));
    }

    private Button retryButton(RefusedMail mail) {
        var retry = new Button(
                getTranslation("mails.retry"),
                click -> retry(OptionalLong.of(mail.delivery().id())));
        retry.setAriaLabel(getTranslation("mails.retry-one", mail.address()));
        retry.setVisible(mail.delivery().status() == DeliveryStatus.FAILED);
        return retry;
    }

    private void retry(OptionalLong messageId) {
        mails.retry(actorId, messageId);
        refresh();
        if (refused.isVisible()) {
            RowFocus.keep(refused);
        } else {
            ReadingFocus.put(summary);
        }
    }
}
