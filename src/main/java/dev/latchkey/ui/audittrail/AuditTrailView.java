package dev.latchkey.ui.audittrail;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrailReader;
import dev.latchkey.component.ComponentI18n;
import dev.latchkey.component.Times;
import dev.latchkey.component.form.DateField;
import dev.latchkey.component.form.PostForm;
import dev.latchkey.component.grid.ListFilters;
import dev.latchkey.component.page.AddressHistory;
import dev.latchkey.component.page.Page;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.user.UserService;
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
    private final MoreFilters more = new MoreFilters(field -> typed(field));
    private final PersonFilter person;
    private final AuditGrid grid;
    private final AddressHistory history = new AddressHistory(this);
    private ZoneId zone = ZoneOffset.UTC;

    AuditTrailView(AuditTrailReader auditTrail, UserService users, CurrentSession session) {
        super("audit.title");
        addClassName("work-page");
        setSizeFull();
        person = new PersonFilter(auditTrail, () -> choose(true));
        grid = new AuditGrid(auditTrail, new PeopleLinks(users, session));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                typed("search");
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
        var tools = new ListFilters(search, List.of(actions, from, to));
        tools.add(export);
        tools.addClassName("labelled");
        add(tools, person, more, grid);
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
        more.set(query);
        person.set(query);
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
        grid.show(query.filter());
    }

    private AuditTrailQuery entered() {
        return new AuditTrailQuery(
                search.getValue().strip(),
                more.actor(),
                more.target(),
                person.by(),
                person.about(),
                more.ip(),
                actions.getValue(),
                from.getValue(),
                to.getValue(),
                zone);
    }

    private void choose(boolean fromClient) {
        if (fromClient) {
            history.choose(entered().parameters());
        }
    }

    private void typed(String field) {
        history.type(field, entered().parameters(), () -> show(entered()));
    }
}
