package dev.latchkey.ui.audittrail;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.latchkey.audit.IpFilter;
import dev.latchkey.component.page.AddressFilters;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The filters that are needed less often: who did it, to whom, and from where. They are open while one of them is set. */
class MoreFilters extends Composite<NativeDetails> {

    private final TextField actor = new TextField(getTranslation("audit.actor"));
    private final TextField target = new TextField(getTranslation("audit.subject"));
    private final TextField ip = new TextField(getTranslation("audit.address"));

    /**
     * Creates them.
     *
     * @param whenTyped is told the name of the field in which somebody types
     */
    MoreFilters(Consumer<String> whenTyped) {
        ip.setHelperText(getTranslation("audit.address.hint"));
        ip.setErrorMessage(getTranslation("audit.address.invalid"));
        ip.setManualValidation(true);
        List.of(actor, target, ip).forEach(field -> {
            field.setMaxLength(AddressFilters.TEXT_LENGTH);
            field.setClearButtonVisible(true);
            field.setValueChangeMode(ValueChangeMode.LAZY);
            field.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    typed(field, whenTyped);
                }
            });
        });
        var tools = new Div(actor, target, ip);
        tools.addClassNames("tools", "labelled");
        getContent().addClassName("more-filters");
        getContent().setSummaryText(getTranslation("audit.more-filters"));
        getContent().setContent(tools);
    }

    String actor() {
        return actor.getValue().strip();
    }

    String target() {
        return target.getValue().strip();
    }

    /** What is typed, as long as it is a filter. */
    String ip() {
        return isIpValid() ? ip.getValue().strip() : "";
    }

    /** Shows what the address of the page says. */
    void set(AuditTrailQuery query) {
        set(actor, query.actor());
        set(target, query.target());
        if (isIpValid() || !query.ip().isEmpty()) {
            set(ip, query.ip());
        }
        ip.setInvalid(!isIpValid());
        if (Stream.of(query.actor(), query.target(), query.ip()).anyMatch(text -> !text.isEmpty())) {
            getContent().setOpen(true);
        }
    }

    private void typed(TextField field, Consumer<String> whenTyped) {
        ip.setInvalid(!isIpValid());
        if (!field.isInvalid()) {
            whenTyped.accept(field.getLabel());
        }
    }

    private boolean isIpValid() {
        return IpFilter.parse(ip.getValue()).isPresent();
    }

    /** Not a space that somebody has just typed. */
    private static void set(TextField field, String text) {
        if (!field.getValue().strip().equals(text)) {
            field.setValue(text);
        }
    }
}
