package dev.latchkey.ui.profile;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import dev.latchkey.component.Confirmation;
import dev.latchkey.signin.browser.KnownBrowserAdministration;
import dev.latchkey.signin.browser.ui.KnownBrowserList;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.signin.session.OwnSessions;
import dev.latchkey.signin.session.UserSession;
import dev.latchkey.signin.session.ui.SessionList;

/** The user's sessions, with buttons to end them. */
class SessionsSection extends Composite<Section> {

    private final CurrentSession session;
    private final OwnSessions sessions;
    private final SessionList list = new SessionList(this::end);
    private final Button endOthers = new Button();
    private final KnownBrowserAdministration browsers;
    private final KnownBrowserList known = new KnownBrowserList(this::forget);

    SessionsSection(CurrentSession session, OwnSessions sessions, KnownBrowserAdministration browsers) {
        this.session = session;
        this.sessions = sessions;
        this.browsers = browsers;
        endOthers.setText(getTranslation("sessions.end-others"));
        endOthers.addClickListener(click -> Confirmation.ask(
                this,
                getTranslation("sessions.end-others"),
                getTranslation("sessions.end-others.question"),
                getTranslation("sessions.end-others"),
                this::endOthers));
        getContent().addClassName("sessions-section");
        getContent().add(new H2(getTranslation("sessions.title")), list, endOthers, known);
        refresh();
    }

    /** Shows the current sessions. */
    void refresh() {
        var all = sessions.of(userId());
        list.show(all);
        known.show(browsers.own(userId()));
        endOthers.setVisible(!all.stream().allMatch(UserSession::current));
    }

    private void end(UserSession ended, Runnable whenEnded) {
        sessions.end(userId(), ended.id());
        refresh();
        whenEnded.run();
        Notification.show(getTranslation("sessions.ended"));
    }

    private void forget(long browserId) {
        browsers.forgetOwn(userId(), browserId);
        refresh();
        Notification.show(getTranslation("browsers.forgotten"));
    }

    private void endOthers() {
        session.continueUnder(sessions.endOthers(userId()));
        refresh();
        list.focus();
        Notification.show(getTranslation("sessions.end-others.done"));
    }

    private long userId() {
        return session.user().getUserId();
    }
}
