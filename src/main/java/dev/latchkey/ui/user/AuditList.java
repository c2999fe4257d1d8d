package dev.latchkey.ui.user;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.AuditTrailReader;
import dev.latchkey.component.Isolated;
import dev.latchkey.ui.audittrail.AuditMessages;
import dev.latchkey.ui.audittrail.PersonFilter;
import java.time.Instant;
import java.util.Objects;

/** The latest entries of the audit trail about a user or by them, with links to all of them. */
class AuditList extends Div {

    private static final int ENTRIES = 10;
    private static final String PAGE = "access-management/audit-trail?";

    private final AuditMessages words = new AuditMessages(this::getTranslation);

    AuditList(AuditTrailReader trail, long userId, Instant now) {
        var entries = trail.latestOf(userId, ENTRIES);
        if (entries.isEmpty()) {
            add(new Paragraph(getTranslation("user.audit.none")));
        } else {
            var list = new UnorderedList();
            list.addClassName("record");
            // Safari drops the role of a list without bullets
            list.getElement().setAttribute("role", "list");
            entries.forEach(entry -> list.add(item(entry, userId, now)));
            add(list);
        }
        var links = new Div(
                link(PersonFilter.ABOUT, userId, "user.audit.about"), link(PersonFilter.BY, userId, "user.audit.by"));
        links.addClassName("record-links");
        add(links);
    }

    private ListItem item(AuditEntry entry, long userId, Instant now) {
        var event = new Span(words.action(entry));
        event.addClassName("record-title");
        var item = new ListItem(event);
        if (!entry.actor().isEmpty() && !Objects.equals(entry.actorId(), userId)) {
            item.add(new Isolated(getTranslation("grid.line", getTranslation("audit.actor"), entry.actor())));
        } else if (!entry.subject().isEmpty() && !Objects.equals(entry.subjectId(), userId)) {
            item.add(new Isolated(getTranslation("grid.line", getTranslation("audit.subject"), entry.subject())));
        }
        item.add(UserTimes.hint(this, entry.occurredAt(), now));
        return item;
    }

    private Anchor link(String parameter, long userId, String key) {
        return new Anchor(PAGE + parameter + "=" + userId, getTranslation(key));
    }
}
