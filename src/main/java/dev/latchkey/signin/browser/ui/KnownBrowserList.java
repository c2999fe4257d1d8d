package dev.latchkey.signin.browser.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.latchkey.common.client.Device;
import dev.latchkey.component.Times;
import dev.latchkey.component.page.ReadingFocus;
import dev.latchkey.signin.session.ui.DeviceMessages;
import dev.latchkey.user.browser.KnownBrowser;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.modulith.NamedInterface;

/** A list of known browsers, each with a button that removes it. */
@NamedInterface("ui")
public class KnownBrowserList extends Composite<Div> {

    private final LongConsumer forget;

    /** Creates an empty list; the callback gets the id of the browser to remove. */
    public KnownBrowserList(LongConsumer forget) {
        this.forget = forget;
        getContent().addClassName("browser-list");
        getContent().getElement().setAttribute("role", "group");
        getContent().getElement().setAttribute("aria-label", getTranslation("browsers.title"));
    }

    /** Shows these instead of any others; nothing at all if there are none. */
    public void show(List<KnownBrowser> browsers) {
        getContent().removeAll();
        setVisible(!browsers.isEmpty());
        if (browsers.isEmpty()) {
            return;
        }
        var explanation = new Paragraph(getTranslation("browsers.explanation"));
        explanation.addClassName("hint");
        var list = new UnorderedList();
        list.addClassName("known-browsers");
        // Safari drops the role of a list without bullets
        list.getElement().setAttribute("role", "list");
        browsers.forEach(browser -> list.add(item(browser)));
        getContent().add(new H3(getTranslation("browsers.title")), explanation, list);
    }

    private ListItem item(KnownBrowser browser) {
        var name = DeviceMessages.of(this, new Device(browser.browser(), browser.operatingSystem()));
        var words = new Span(name);
        words.addClassName("session-device");
        var facts = new Paragraph(getTranslation(
                "browsers.facts", browser.address(), Times.text(UI.getCurrent(), browser.lastLoginAt())));
        facts.addClassNames("hint", "session-facts");
        var button = new Button(getTranslation("browsers.forget"), click -> {
            forget.accept(browser.id());
            ReadingFocus.put(getContent());
        });
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(getTranslation("browsers.forget-one", name, browser.address()));
        return new ListItem(new Div(words), facts, button);
    }
}
