package dev.latchkey.ui.overview;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.latchkey.component.Confirmation;
import dev.latchkey.component.Times;
import dev.latchkey.component.page.ReadingFocus;
import dev.latchkey.twofactor.reminder.Reminders;

/** Reminds everyone who has not set up two-factor authentication, and says when somebody did that last. */
class RemindPanel extends Composite<Section> {

    private final long actorId;
    private final Reminders reminders;
    private final Paragraph outlook = new Paragraph();
    private final Paragraph last = new Paragraph();
    private final Button remind = new Button();

    RemindPanel(long actorId, Reminders reminders) {
        this.actorId = actorId;
        this.reminders = reminders;
        last.addClassName("hint");
        outlook.getElement().setAttribute("role", "status");
        remind.addClickListener(click -> ask());
        getContent().addClassName("wide");
        getContent().add(new H2(getTranslation("overview.remind.title")), outlook, last, remind);
        refresh();
    }

    private void refresh() {
        var current = reminders.outlook(actorId);
        outlook.setText(
                current.due() + current.remindedAlready() == 0
                        ? getTranslation("overview.remind.nobody")
                        : getTranslation("overview.remind.outlook", current.due(), current.remindedAlready()));
        var at = current.lastRemindedAt();
        last.setText(
                at == null
                        ? getTranslation("overview.remind.never")
                        : getTranslation("overview.remind.last", Times.text(UI.getCurrent(), at)));
        remind.setText(getTranslation("overview.remind", current.due()));
        remind.setVisible(current.due() > 0);
    }

    private void ask() {
        Confirmation.ask(
                this,
                getTranslation("overview.remind.title"),
                getTranslation(
                        "overview.remind.question", reminders.outlook(actorId).due()),
                getTranslation("dialog.confirm"),
                () -> {
                    var reminded = reminders.remindEveryone(actorId);
                    refresh();
                    outlook.setText(getTranslation("overview.remind.done", reminded));
                    ReadingFocus.put(outlook);
                });
    }
}
