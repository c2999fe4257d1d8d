package dev.latchkey.ui.audittrail;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.component.Isolated;
import dev.latchkey.component.Times;

/** Everything about an entry, below its row. */
class EntryDetails extends Composite<DescriptionList> {

    EntryDetails(AuditEntry entry, AuditMessages words, PeopleLinks links) {
        getContent().addClassNames("details", "entry-details");
        describe("audit.entry", new Span(getTranslation("audit.entry-number", entry.id())));
        describe("audit.time", new Span(Times.toTheSecond(UI.getCurrent(), entry.occurredAt())));
        describe("audit.time-utc", new Span(entry.occurredAt().toString()));
        describe("audit.action", new Span(words.action(entry)));
        describe("audit.action-code", new Span(entry.action().name()));
        describe("audit.actor", entry.actor().isEmpty(), links.actor(entry));
        describe("audit.subject", entry.subject().isEmpty(), links.target(entry));
        describe("audit.detail", entry.detail().isEmpty(), new Isolated(words.detail(entry)));
        describe("audit.address", entry.address().isEmpty(), new Span(entry.address()));
        describe("audit.browser", entry.browser().isEmpty(), new Span(entry.browser()));
    }

    private void describe(String termKey, boolean isEmpty, Component description) {
        if (!isEmpty) {
            describe(termKey, description);
        }
    }

    private void describe(String termKey, Component description) {
        getContent()
                .add(new DescriptionList.Term(getTranslation(termKey)), new DescriptionList.Description(description));
    }
}
