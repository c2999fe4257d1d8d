package dev.latchkey.ui.user;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.latchkey.component.Isolated;
import dev.latchkey.mail.DeliveryStatus;
import dev.latchkey.mail.delivery.RecordedMail;
import dev.latchkey.mail.ui.DeliveryMessages;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.ui.users.delivery.MailRetry;
import java.time.Instant;
import java.util.List;

/** The latest mails to a user, each with what became of it, and Retry for those that were not sent. */
class MailList extends Div {

    MailList(Member member, List<RecordedMail> mails, MailRetry retry, Instant now) {
        if (mails.isEmpty()) {
            add(new Paragraph(getTranslation("user.mails.none")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("record");
        // Safari drops the role of a list without bullets
        list.getElement().setAttribute("role", "list");
        mails.forEach(mail -> {
            var item = item(mail, now);
            retry.of(member, mail.delivery()).ifPresent(item::add);
            list.add(item);
        });
        add(list);
    }

    private ListItem item(RecordedMail mail, Instant now) {
        var kind = new Span(getTranslation(MailNames.key(mail.kind())));
        kind.addClassName("record-title");
        return mail.status() == DeliveryStatus.SENT
                ? new ListItem(kind, new Span(getTranslation("users.mail.sent", UserTimes.text(this, mail.at(), now))))
                : new ListItem(
                        kind,
                        new Isolated(DeliveryMessages.state(this, mail.delivery())),
                        UserTimes.hint(this, mail.at(), now));
    }
}
