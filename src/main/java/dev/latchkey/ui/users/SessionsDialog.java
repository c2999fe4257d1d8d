package dev.latchkey.ui.users;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import dev.latchkey.signin.browser.KnownBrowserAdministration;
import dev.latchkey.signin.session.SessionAdministration;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.user.access.StepUpGate;

/** A user's sessions, for administrators, with buttons to end them. */
class SessionsDialog extends Dialog {

    SessionsDialog(
            long actorId,
            Member member,
            SessionAdministration sessions,
            KnownBrowserAdministration browsers,
            StepUpGate gate) {
        setHeaderTitle(getTranslation("users.sessions.title", member.displayName()));
        addClassName("form-dialog");
        var panel = new SessionsPanel(actorId, member, sessions, browsers, gate);
        add(panel);
        getFooter().add(panel.endAll(), new Button(getTranslation("dialog.close"), click -> close()));
    }
}
