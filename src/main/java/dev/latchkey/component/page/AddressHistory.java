package dev.latchkey.component.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;

/** The browser history within one page: each choice is an entry, and so is the input of a field. */
public final class AddressHistory {

    private final Component page;
    private @Nullable String typedLast;

    /** Creates the history of a page with a route. */
    public AddressHistory(Component page) {
        this.page = page;
    }

    /** Must be called first in each navigation to the page. */
    public void arrived() {
        typedLast = null;
    }

    /** Navigates to the page with those parameters. */
    public void choose(QueryParameters parameters) {
        page.getUI().orElseThrow().navigate(page.getClass(), parameters);
    }

    /**
     * Navigates there at the first pause while somebody types in a field; at later ones the entry is replaced.
     *
     * @param whenStaying shows the list for the parameters if there is no navigation
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
