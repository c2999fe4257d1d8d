package dev.latchkey.ui.users;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import dev.latchkey.component.Confirmation;
import dev.latchkey.signin.browser.KnownBrowserAdministration;
import dev.latchkey.signin.browser.ui.KnownBrowserList;
import dev.latchkey.signin.session.SessionAdministration;
import dev.latchkey.signin.session.UserSession;
import dev.latchkey.signin.session.ui.SessionList;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.user.access.StepUpGate;

/** A user's sessions and known browsers, for administrators, with buttons to end them. */
public class SessionsPanel extends Div {

    private final long actorId;
    private final Member member;
    private final SessionAdministration sessions;
    private final StepUpGate gate;
    private final SessionList list = new SessionList(this::end);
    private final Button endAll = new Button();
    private final KnownBrowserAdministration browsers;
    private final KnownBrowserList known = new KnownBrowserList(this::forget);

    /** Shows those of that user. */
    public SessionsPanel(
            long actorId,
            Member member,
            SessionAdministration sessions,
            KnownBrowserAdministration browsers,
            StepUpGate gate) {
        this.actorId = actorId;
        this.member = member;
        this.sessions = sessions;
        this.browsers = browsers;
        this.gate = gate;
        addClassName("sessions-panel");
        endAll.setText(getTranslation("users.sessions.end-all"));
        endAll.addClickListener(click -> Confirmation.confirmDestructive(
                this,
                getTranslation("users.sessions.end-all"),
                getTranslation("users.sessions.end-all.question", member.displayName(), member.email()),
                getTranslation("users.sessions.end-all"),
                this::endEach));
        add(list, known);
        refresh();
    }

    /** Ends all of them, after a question; not shown if there are none. */
    public Button endAll() {
        return endAll;
    }

    private void refresh() {
        var all = sessions.of(member.id());
        list.show(all);
        known.show(browsers.of(member.id()));
        endAll.setVisible(!all.isEmpty());
    }

    private void end(UserSession ended, Runnable whenEnded) {
        gate.pass(() -> {
            sessions.end(actorId, member.id(), ended.id());
            refresh();
            whenEnded.run();
            Notification.show(getTranslation("sessions.ended"));
        });
    }

    private void forget(long browserId) {
        gate.pass(() -> {
            browsers.forget(actorId, member.id(), browserId);
            refresh();
            Notification.show(getTranslation("browsers.forgotten"));
        });
    }

    private void endEach() {
        gate.pass(() -> {
            sessions.endAll(actorId, member.id());
            refresh();
            list.focus();
            Notification.show(getTranslation("users.sessions.end-all.done", member.displayName()));
        });
    }
}
