package dev.latchkey.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import dev.latchkey.component.Confirmation;
import dev.latchkey.signin.SessionAdministration;
import dev.latchkey.signin.UserSession;
import dev.latchkey.signin.ui.SessionList;
import dev.latchkey.twofactor.Member;

/** Where a user is signed in, for administrators, and the way to end that. */
class SessionsDialog extends Dialog {

    private final long actorId;
    private final Member member;
    private final SessionAdministration sessions;
    private final SessionList list = new SessionList(this::end);
    private final Button endAll = new Button();

    SessionsDialog(long actorId, Member member, SessionAdministration sessions) {
        this.actorId = actorId;
        this.member = member;
        this.sessions = sessions;
        setHeaderTitle(getTranslation("users.sessions.title", member.displayName()));
        addClassName("form-dialog");
        endAll.setText(getTranslation("users.sessions.end-all"));
        endAll.addClickListener(click -> Confirmation.ask(
                this,
                getTranslation("users.sessions.end-all"),
                getTranslation("users.sessions.end-all.question", member.displayName(), member.email()),
                getTranslation("users.sessions.end-all"),
                this::endAll));
        add(list);
        getFooter().add(endAll, new Button(getTranslation("dialog.close"), click -> close()));
        refresh();
    }

    private void refresh() {
        var all = sessions.of(member.id());
        list.show(all);
        endAll.setVisible(!all.isEmpty());
    }

    private void end(UserSession ended) {
        sessions.end(actorId, member.id(), ended.id());
        refresh();
        Notification.show(getTranslation("sessions.ended"));
    }

    private void endAll() {
        sessions.endAll(actorId, member.id());
        refresh();
        list.focus();
        Notification.show(getTranslation("users.sessions.end-all.done", member.displayName()));
    }
}
