package dev.latchkey.ui.audittrail;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.AuditFilter;
import dev.latchkey.audit.AuditTrailReader;
import dev.latchkey.component.ComponentI18n;
import dev.latchkey.component.Times;
import dev.latchkey.component.form.DateField;
import dev.latchkey.component.form.PostForm;
import dev.latchkey.component.grid.EmptyState;
import dev.latchkey.component.grid.NarrowScreen;
import dev.latchkey.component.grid.RowCard;
import dev.latchkey.component.page.AddressHistory;
import dev.latchkey.component.page.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who did what to whom, and when. The filter is in the URL, so that it can be shared and the back button works. */
@Route("access-management/audit-trail")
public class AuditTrailView extends Page implements BeforeEnterObserver {

    private final TextField search = new TextField(getTranslation("audit.search"));
    private final MultiSelectComboBox<AuditAction> actions =
            ComponentI18n.in(new MultiSelectComboBox<>(getTranslation("audit.action")));
    private final DateField from = new DateField(getTranslation("audit.from-date"));
    private final DateField to = new DateField(getTranslation("audit.to-date"));
    private final PostForm export = new PostForm(AuditTrailExport.PATH);
    private final Grid<AuditEntry> grid = new Grid<>();
    private final AddressHistory history = new AddressHistory(this);
    private AuditFilter filter = AuditFilter.ALL;
    private ZoneId zone = ZoneOffset.UTC;

    AuditTrailView(AuditTrailReader auditTrail) {
        super("audit.title");
        setSizeFull();
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                history.type("search", entered().parameters(), () -> show(entered()));
            }
        });
        actions.setItems(AuditAction.values());
        actions.setItemLabelGenerator(action -> getTranslation(action.messageKey()));
        actions.setPlaceholder(getTranslation("audit.any-action"));
        actions.setClearButtonVisible(true);
        actions.setOverlayWidth("20rem");
        actions.addValueChangeListener(change -> choose(change.isFromClient()));
        from.addValueChangeListener(change -> choose(change.isFromClient()));
        to.addValueChangeListener(change -> choose(change.isFromClient()));
        export.add(new Button(getTranslation("audit.export"), click -> export.submit()));
        var tools = new Div(search, actions, from, to, export);
        tools.addClassName("tools");
        addColumns(new AuditMessages(this::getTranslation));
        grid.setItems(query -> auditTrail.page(filter, query.getOffset(), query.getLimit()).stream());
        grid.setEmptyStateComponent(new EmptyState(getTranslation("audit.empty")));
        grid.setAriaLabel(getTranslation("audit.title"));
        grid.setSizeFull();
        add(tools, grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        history.arrived();
        var query =
                AuditTrailQuery.of(event.getLocation().getQueryParameters().getParameters(), Times.zone(event.getUI()));
        count(query, Times.zone(event.getUI()));
        if (!search.getValue().strip().equals(query.search())) {
            search.setValue(query.search()); // Otherwise a space is lost while somebody types
        }
        actions.setValue(query.actions());
        set(from, query.from());
        to.setMin(query.from());
        set(to, query.to());
        show(query);
    }

    /** Not if it already has that value; otherwise invalid input is removed together with its error message. */
    private static void set(DateField field, @Nullable LocalDate day) {
        if (!Objects.equals(field.getValue(), day)) {
            field.setValue(day);
        }
    }

    /** Days are in the zone of the user who chose them; if that is not the reader's zone, the fields say so. */
    private void count(AuditTrailQuery query, ZoneId own) {
        zone = query.hasDays() ? query.zone() : own;
        var told = zone.getRules().equals(own.getRules()) ? null : getTranslation("audit.zone", zone.getId());
        from.setHelperText(told);
        to.setHelperText(told);
    }

    private void show(AuditTrailQuery query) {
        export.setAction(AuditTrailExport.PATH.substring(1) + "?"
                + query.exportParameters().getQueryString());
        filter = query.filter();
        grid.getDataProvider().refreshAll();
    }

    private AuditTrailQuery entered() {
        return new AuditTrailQuery(search.getValue().strip(), actions.getValue(), from.getValue(), to.getValue(), zone);
    }

    private void choose(boolean fromClient) {
        if (fromClient) {
            history.choose(entered().parameters());
        }
    }

    private void addColumns(AuditMessages words) {
        grid.addColumn(entry -> Times.text(UI.getCurrent(), entry.occurredAt()))
                .setHeader(getTranslation("audit.time"))
                .setWidth("7.5rem");
        grid.addColumn(words::action)
                .setHeader(getTranslation("audit.action"))
                .setWidth("9.5rem")
                .setFlexGrow(2);
        grid.addColumn(AuditEntry::actor)
                .setHeader(getTranslation("audit.actor"))
                .setWidth("12rem");
        grid.addColumn(AuditEntry::subject)
                .setHeader(getTranslation("audit.subject"))
                .setWidth("12rem");
        grid.addColumn(words::detail).setHeader(getTranslation("audit.detail")).setWidth("8.5rem");
        grid.addColumn(AuditEntry::address)
                .setHeader(getTranslation("audit.address"))
                .setWidth("7rem");
        grid.getColumns().forEach(column -> column.setResizable(true));
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        var wide = List.copyOf(grid.getColumns());
        var cards = grid.addComponentColumn(entry -> card(words, entry)).setHeader(getTranslation("audit.title"));
        NarrowScreen.swapColumns(grid, List.of(cards), wide);
    }

    private RowCard card(AuditMessages words, AuditEntry entry) {
        return new RowCard(words.action(entry))
                .line(Times.text(UI.getCurrent(), entry.occurredAt()))
                .line("audit.actor", entry.actor())
                .line("audit.subject", entry.subject())
                .line("audit.detail", words.detail(entry))
                .line("audit.address", entry.address());
    }
}
