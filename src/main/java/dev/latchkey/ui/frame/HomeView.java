package dev.latchkey.ui.frame;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.ui.overview.OverviewView;
import dev.latchkey.ui.profile.ProfileView;
import dev.latchkey.user.access.Permission;
import java.util.stream.Stream;

/** The root path leads administrators to the overview, and members to their profile. */
@Route("")
class HomeView extends Div implements BeforeEnterObserver {

    private final CurrentSession session;

    HomeView(CurrentSession session) {
        this.session = session;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(Stream.of(Permission.values()).anyMatch(session::may) ? OverviewView.class : ProfileView.class);
    }
}
