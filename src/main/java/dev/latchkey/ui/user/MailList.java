package dev.latchkey.ui.user;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.latchkey.component.Isolated;
import dev.latchkey.mail.delivery.RecordedMail;
import dev.latchkey.mail.ui.DeliveryMessages;
import java.time.Instant;
import java.util.List;

/** The latest mails to a user, each with what became of it. */
class MailList extends Div {

    MailList(List<RecordedMail> mails, Instant now) {
        if (mails.isEmpty()) {
            add(new Paragraph(getTranslation("user.mails.none")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("record");
        // Safari drops the role of a list without bullets
        list.getElement().setAttribute("role", "list");
        mails.forEach(mail -> list.add(item(mail, now)));
        add(list);
    }

    private ListItem item(RecordedMail mail, Instant now) {
        var kind = new Span(getTranslation(key(mail.kind())));
        kind.addClassName("record-title");
        return new ListItem(
                kind,
                new Isolated(DeliveryMessages.state(this, mail.delivery())),
                UserTimes.hint(this, mail.at(), now));
    }

    private static String key(String kind) {
        return switch (kind) {
            case "INVITATION" -> "user.mail.invitation";
            case "SECRET_ENFORCED", "SECRET_RESET", "SECRET_AT_SIGN_IN", "SECRET_AGAIN" -> "user.mail.secret";
            case "SET_UP_REMINDER" -> "user.mail.reminder";
            case "PASSWORD_RESET", "PASSWORD_RESET_HELD" -> "user.mail.password-reset";
            case "UNLOCK_LINK" -> "user.mail.unlock";
            default -> "user.mail.notice";
        };
    }
}
