package dev.latchkey.component;

import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.router.HasDynamicTitle;

/** A page inside the frame: a heading, which is the page's title too, and what stands under it. */
public abstract class Page extends VerticalLayout implements HasDynamicTitle {

    private final String headingKey;

    /** Makes a page with the heading of that key. */
    protected Page(String headingKey) {
        this.headingKey = headingKey;
        addClassName("page");
        add(new H1(getTranslation(headingKey)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("app.page-title", getTranslation(headingKey));
    }
}
