package dev.latchkey.component.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;

/** The places that the browser's arrows lead to within one page: each choice is one, and so is what somebody types in a field. */
public final class AddressHistory {

    private final Component page;
    private @Nullable String typedLast;

    /** Makes it for a page that has a route. */
    public AddressHistory(Component page) {
        this.page = page;
    }

    /** Tells it of each navigation to the page, before anything else of that navigation. */
    public void arrived() {
        typedLast = null;
    }

    /** Navigates to the page with those parameters. */
    public void choose(QueryParameters parameters) {
        page.getUI().orElseThrow().navigate(page.getClass(), parameters);
    }

    /**
     * Navigates there at the first stop while somebody types in a field; at later ones the place becomes this one.
     *
     * @param whenStaying shows what the parameters ask for where there is no navigation
     */
    public void type(String field, QueryParameters parameters, Runnable whenStaying) {
        if (field.equals(typedLast)) {
            var ui = page.getUI().orElseThrow();
            var path = ui.getActiveViewLocation().getPath();
            ui.getPage().getHistory().replaceState(null, new Location(path, parameters));
            whenStaying.run();
        } else {
            choose(parameters);
            typedLast = field;
        }
    }
}
