package dev.latchkey.ui.users;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;

/**
 * The list of users that was shown last in a tab of the browser, so that the page of a user can lead back to it.
 *
 * @param filters with the sort order and the page
 */
public record UsersAddress(QueryParameters filters) {

    void rememberIn(UI tab) {
        ComponentUtil.setData(tab, UsersAddress.class, this);
    }

    /** A link to the list that was shown last in that tab, or to all users. */
    public static RouterLink back(UI tab) {
        var last = ComponentUtil.getData(tab, UsersAddress.class);
        var filtered = last != null && !last.filters.getParameters().isEmpty();
        var link = new RouterLink(tab.getTranslation(filtered ? "user.back-to-list" : "user.back"), UsersView.class);
        if (filtered) {
            link.setQueryParameters(last.filters);
        }
        return link;
    }
}
