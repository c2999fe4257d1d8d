package dev.latchkey.twofactor.enforcement.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.latchkey.account.Account;
import dev.latchkey.account.PlannedStart;
import dev.latchkey.common.RefusedException;
import dev.latchkey.twofactor.enforcement.EnforcementSample;
import java.util.Optional;

/** How members get their secret, with the mail to look at before it goes to anybody. */
final class SecretMailOffer extends Composite<Section> {

    private static final String SHOW_CHOICE = """
            const choice = document.getElementById($0);
            choice?.scrollIntoView({block: 'center'});
            setTimeout(() => choice?.focus());
            """;

    private final Paragraph outcome = new Paragraph();
    private final Button change = new Button();

    private final Paragraph way = new Paragraph();
    private final Anchor show = new Anchor();
    private final StartChoice when;

    SecretMailOffer(long actorId, Account account, EnforcementSample sample, StartChoice when) {
        this.when = when;
        var delivery = account.secretDelivery();
        way.setText(getTranslation(SecretDeliveryChoice.explanationKey(delivery)));
        way.addClassName("hint");
        change.setText(getTranslation("enforcement.delivery.change"));
        show.setText(getTranslation("enforcement.sample.show"));
        show.setTarget(AnchorTarget.BLANK);
        when.follow(this::refresh);
        var newTab = new Span(getTranslation("link.new-tab"));
        newTab.addClassName("for-screen-readers");
        show.add(newTab);
        show.setRouterIgnore(true);
        show.addClassName("button-link");
        var send = new Button(getTranslation("enforcement.sample.send"), click -> send(actorId, sample));
        outcome.addClassName("hint");
        outcome.getElement().setAttribute("role", "status");
        var actions = new Div(send, show, change);
        actions.addClassName("tools");
        getContent().addClassName("mail-offer");
        getContent().add(title(account), way, actions, outcome);
    }

    /** What is done when the administrator leaves to choose another way. */
    void whenLeft(Runnable leave) {
        change.addClickListener(click -> {
            UI.getCurrent().getPage().executeJs(SHOW_CHOICE, SecretDeliveryChoice.ID);
            leave.run();
        });
    }

    private Paragraph title(Account account) {
        var title = new Paragraph(getTranslation(
                "enforcement.delivery", getTranslation(SecretDeliveryChoice.nameKey(account.secretDelivery()))));
        title.addClassName("field-label");
        return title;
    }

    private void refresh() {
        way.setVisible(!when.isPlanned());
        show.setHref(SamplePage.PATH
                + start().map(time -> "?start=" + time.asNumber()).orElse(""));
    }

    private Optional<PlannedStart> start() {
        return when.start().map(PlannedStart::of);
    }

    private void send(long actorId, EnforcementSample sample) {
        try {
            sample.sendToReader(actorId, start());
            outcome.setText(getTranslation("enforcement.sample.sent"));
        } catch (RefusedException e) {
            outcome.setText(getTranslation(e.messageKey(), e.arguments()));
        }
    }
}
