package dev.latchkey.ui.audittrail;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.AuditFilter;
import dev.latchkey.audit.AuditTrailReader;
import dev.latchkey.component.Times;
import dev.latchkey.component.grid.EmptyState;
import dev.latchkey.component.grid.NarrowScreen;
import dev.latchkey.component.grid.RowCard;
import dev.latchkey.component.grid.WorkTable;
import java.util.List;

/** The entries, each on one line; a click, or the space bar, opens everything about one below it. */
class AuditGrid extends Grid<AuditEntry> {

    /** From here on there is room for all columns; on a smaller screen, the browser is only below the row. */
    private static final int WIDE = 1_440;

    private final PeopleLinks links;
    private final AuditMessages words = new AuditMessages(this::getTranslation);
    private AuditFilter filter = AuditFilter.ALL;

    AuditGrid(AuditTrailReader auditTrail, PeopleLinks links) {
        this.links = links;
        addColumns();
        setItemDetailsRenderer(new ComponentRenderer<>(entry -> new EntryDetails(entry, words, links)));
        setItems(query -> links.lookUp(auditTrail.page(filter, query.getOffset(), query.getLimit())).stream());
        setEmptyStateComponent(new EmptyState(getTranslation("audit.empty")));
        setAriaLabel(getTranslation("audit.title"));
        setSizeFull();
    }

    /** Shows the entries that match. */
    void show(AuditFilter wanted) {
        filter = wanted;
        getDataProvider().refreshAll();
    }

    private void addColumns() {
        column(addColumn(entry -> Times.toTheSecond(UI.getCurrent(), entry.occurredAt())), "audit.time", "12.75rem", 0)
                .setTooltipGenerator(entry -> entry.occurredAt().toString());
        column(addColumn(words::action), "audit.action", "11.5rem", 2).setTooltipGenerator(words::action);
        column(addComponentColumn(links::actor), "audit.actor", "9.75rem", 2).setTooltipGenerator(AuditEntry::actor);
        column(addComponentColumn(links::target), "audit.subject", "9.75rem", 2)
                .setTooltipGenerator(AuditEntry::subject);
        column(addColumn(words::detail), "audit.detail", "6.25rem", 2).setTooltipGenerator(words::detail);
        column(addColumn(AuditEntry::address), "audit.address", "7rem", 0).setTooltipGenerator(AuditEntry::address);
        var wide = List.copyOf(getColumns());
        var browser = column(addColumn(AuditEntry::browser), "audit.browser", "8rem", 1)
                .setTooltipGenerator(AuditEntry::browser);
        var cards = addComponentColumn(this::card).setHeader(getTranslation("audit.title"));
        WorkTable.of(this);
        NarrowScreen.swapColumns(this, List.of(cards), wide);
        NarrowScreen.showFrom(WIDE, this, browser);
    }

    private Column<AuditEntry> column(Column<AuditEntry> column, String headerKey, String width, int grow) {
        return column.setHeader(getTranslation(headerKey)).setWidth(width).setFlexGrow(grow);
    }

    /** The rest is below it after a press. */
    private RowCard card(AuditEntry entry) {
        return new RowCard(words.action(entry))
                .line(Times.toTheSecond(UI.getCurrent(), entry.occurredAt()))
                .line("audit.actor", entry.actor())
                .line("audit.subject", entry.subject().equals(entry.actor()) ? "" : entry.subject())
                .line("audit.detail", words.detail(entry));
    }
}
