package dev.latchkey.user.ui;

import com.vaadin.flow.component.html.Anchor;
import dev.latchkey.component.Isolated;
import org.springframework.modulith.NamedInterface;

/** A link to the page of a user. The page refuses readers without Manage Users and Groups: do not show it to them. */
@NamedInterface("ui")
public final class UserLink extends Anchor {

    /** Where the pages of users are, without the id; relative to the application. */
    public static final String PAGES = "access-management/users/";

    /** Shows the name, or the address of a user without one. */
    public UserLink(long userId, String name) {
        super(PAGES + userId, new Isolated(name));
        addClassName("user-link");
    }
}
