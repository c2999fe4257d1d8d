package dev.latchkey.component.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;
import dev.latchkey.component.Isolated;

/** A page inside the frame: a heading, which is also the page's title, and the content below it. */
public abstract class Page extends VerticalLayout implements HasDynamicTitle {

    private final H1 heading;
    private String title;

    /** Creates a page with the heading of that key. */
    protected Page(String headingKey) {
        title = getTranslation(headingKey);
        addClassName("page");
        setPadding(false);
        getElement().setAttribute("role", "main");
        heading = new H1(title);
        add(heading);
    }

    /** Puts a notice that concerns every page below the heading, or leaves it there. */
    public final void showNotice(Component notice) {
        addComponentAtIndex(indexOf(heading) + 1, notice);
    }

    /** Focuses the heading, for users of screen readers and keyboards. */
    public final void focusHeading() {
        ReadingFocus.put(heading);
    }

    /** Shows a name as the heading, for a page about one person or thing, and removes everything below it. */
    protected final void begin(String name) {
        title = name;
        heading.removeAll();
        heading.add(new Isolated(name));
        removeAll();
        add(heading);
    }

    @Override
    public String getPageTitle() {
        return OrganisationName.title(title);
    }
}
