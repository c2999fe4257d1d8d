package dev.latchkey.ui.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.AuditTrailReader;
import dev.latchkey.component.Page;
import dev.latchkey.component.Times;

/** Who did what to whom, and when. */
@Route("access-management/audit-trail")
public class AuditTrailView extends Page {

    private final Grid<AuditEntry> grid = new Grid<>();

    AuditTrailView(AuditTrailReader auditTrail) {
        super("audit.title");
        setSizeFull();
        var search = new TextField(getTranslation("audit.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> grid.getDataProvider().refreshAll());
        grid.addColumn(entry -> Times.text(UI.getCurrent(), entry.occurredAt()))
                .setHeader(getTranslation("audit.time"));
        grid.addColumn(entry -> getTranslation(entry.action().messageKey())).setHeader(getTranslation("audit.action"));
        grid.addColumn(AuditEntry::actor).setHeader(getTranslation("audit.actor"));
        grid.addColumn(AuditEntry::subject).setHeader(getTranslation("audit.subject"));
        grid.addColumn(AuditEntry::detail).setHeader(getTranslation("audit.detail"));
        grid.addColumn(AuditEntry::address).setHeader(getTranslation("audit.address"));
        grid.getColumns().forEach(column -> column.setAutoWidth(true).setResizable(true));
        grid.setItems(
                query -> auditTrail.page(search.getValue().strip(), query.getOffset(), query.getLimit()).stream(),
                query -> auditTrail.count(search.getValue().strip()));
        grid.setEmptyStateText(getTranslation("audit.empty"));
        grid.setSizeFull();
        add(search, grid);
    }
}
