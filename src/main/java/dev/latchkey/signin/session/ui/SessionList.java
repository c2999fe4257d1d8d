package dev.latchkey.signin.session.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.latchkey.component.StatusBadge;
import dev.latchkey.component.Times;
import dev.latchkey.component.page.ReadingFocus;
import dev.latchkey.signin.session.UserSession;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.modulith.NamedInterface;

/** A list of sessions, each with a button that ends it. */
@NamedInterface("ui")
public class SessionList extends Composite<Div> {

    private final BiConsumer<UserSession, Runnable> end;
    private final List<Button> endings = new ArrayList<>();

    /** Creates an empty list; the callback gets the session to end, and an action to run after it has ended and the list shows that. */
    public SessionList(BiConsumer<UserSession, Runnable> end) {
        this.end = end;
        getContent().addClassName("session-list");
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", getTranslation("sessions.title"));
    }

    /** Shows these instead of any others; the current one has no button, because users log out of it. */
    public void show(List<UserSession> sessions) {
        getContent().removeAll();
        endings.clear();
        if (sessions.isEmpty()) {
            getContent().add(new Paragraph(getTranslation("sessions.none")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("sessions");
        // Safari drops the role of a list without bullets
        list.getElement().setAttribute("role", "list");
        sessions.forEach(session -> list.add(item(session)));
        getContent().add(list);
        if (sessions.size() == UserSession.LISTED) {
            getContent().add(new Paragraph(getTranslation("sessions.latest", UserSession.LISTED)));
        }
    }

    /** Takes the focus if the button that had it is gone. */
    public void focus() {
        ReadingFocus.put(getContent());
    }

    private ListItem item(UserSession session) {
        var device = DeviceMessages.of(this, session.device());
        var name = new Span(device);
        name.addClassName("session-device");
        var heading = new Div(name);
        var item = new ListItem(heading, facts(session));
        if (session.current()) {
            heading.add(new StatusBadge(StatusBadge.Kind.GOOD, getTranslation("sessions.current")));
        } else {
            item.add(ending(session, device));
        }
        return item;
    }

    private DescriptionList facts(UserSession session) {
        var facts = new DescriptionList();
        facts.addClassName("session-facts");
        describe(facts, "sessions.address", session.address());
        describe(facts, "sessions.since", Times.text(UI.getCurrent(), session.startedAt()));
        describe(facts, "sessions.last-seen", Times.text(UI.getCurrent(), session.lastSeenAt()));
        return facts;
    }

    private void describe(DescriptionList facts, String termKey, String description) {
        // A separate group keeps a term and its description on one line
        facts.getElement()
                .appendChild(new Div(
                                new DescriptionList.Term(getTranslation(termKey)),
                                new DescriptionList.Description(description))
                        .getElement());
    }

    private Component ending(UserSession session, String device) {
        var place = endings.size();
        var button = new Button(getTranslation("sessions.end"), click -> end.accept(session, () -> focusEnding(place)));
        endings.add(button);
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation("sessions.end-one", device, session.address()));
        return button;
    }

    /** The session that has moved up, or the last one. */
    private void focusEnding(int place) {
        if (endings.isEmpty()) {
            focus();
        } else {
            endings.get(Math.min(place, endings.size() - 1)).focus();
        }
    }
}
