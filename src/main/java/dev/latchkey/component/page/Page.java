package dev.latchkey.component.page;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page inside the frame: a heading, which is also the page's title, and the content below it. */
public abstract class Page extends VerticalLayout implements HasDynamicTitle {

    private final String headingKey;
    private final H1 heading;

    /** Creates a page with the heading of that key. */
    protected Page(String headingKey) {
        this.headingKey = headingKey;
        addClassName("page");
        setPadding(false);
        getElement().setAttribute("role", "main");
        heading = new H1(getTranslation(headingKey));
        add(heading);
    }

    /** Focuses the heading, for users of screen readers and keyboards. */
    public final void focusHeading() {
        ReadingFocus.put(heading);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("app.page-title", getTranslation(headingKey));
    }
}
