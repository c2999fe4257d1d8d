package dev.latchkey.ui.overview;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import dev.latchkey.ui.users.UsersView;
import java.util.Map;

/**
 * Leads to the Users page with a filter, as far as the reader may open it.
 *
 * @param allowed whether they may
 */
record UsersLinks(boolean allowed) {

    static final Map<String, String> ACTIVE = Map.of("status", "active");
    static final Map<String, String> PROTECTED = Map.of("status", "active", "state", "on");
    static final Map<String, String> NOT_SET_UP = Map.of("secret", "unproven");
    static final Map<String, String> EXPIRED = Map.of("secret", "expired");
    static final Map<String, String> UNREACHABLE = Map.of("status", "active", "reach", "refused");
    static final Map<String, String> NEVER = Map.of("status", "active", "reach", "never");

    /** A link with that content; only the content for readers who may not open the page. */
    Component to(Map<String, String> filter, Component... content) {
        if (!allowed) {
            return new Span(content);
        }
        var link = new RouterLink("", UsersView.class);
        link.setQueryParameters(QueryParameters.simple(filter));
        link.add(content);
        return link;
    }
}
