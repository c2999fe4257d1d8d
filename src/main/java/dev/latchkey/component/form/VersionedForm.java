package dev.latchkey.component.form;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.latchkey.common.StaleVersionException;
import dev.latchkey.common.Versioned;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Saves data that several people may edit at once. The second user sees the changes above the fields, keeps their input, and saves
 * again from the current version.
 */
public final class VersionedForm<T> extends Composite<Div> {

    private final FormFields<T> fields;
    private final Supplier<Versioned<T>> stored;
    private Versioned<T> seen;

    /**
     * Fills the fields with the stored value.
     *
     * @param stored reads the stored value
     */
    public VersionedForm(FormFields<T> fields, Supplier<Versioned<T>> stored) {
        this.fields = fields;
        this.stored = stored;
        this.seen = stored.get();
        getContent().addClassNames("notice", "warning");
        getContent().getElement().setAttribute("role", "alert");
        getContent().setVisible(false);
        fields.show(seen.value());
    }

    /** Saves the input and then runs the action; if somebody else was faster, shows their changes and saves nothing. */
    public void save(Consumer<Versioned<T>> saving, Runnable whenSaved) {
        try {
            saving.accept(new Versioned<>(seen.version(), fields.typed()));
        } catch (StaleVersionException e) {
            catchUp(e);
            return;
        }
        getContent().setVisible(false);
        whenSaved.run();
    }

    /** Starts again with the stored value. */
    public void reload() {
        seen = stored.get();
        fields.show(seen.value());
    }

    private void catchUp(StaleVersionException refusal) {
        var current = stored.get();
        var differences = new Differences(this);
        fields.show(fields.merge(seen.value(), fields.typed(), current.value(), differences));
        seen = current;
        var list = new UnorderedList();
        differences.sentences().forEach(sentence -> list.add(new ListItem(sentence)));
        getContent().removeAll();
        getContent().add(new Paragraph(getTranslation(refusal.messageKey())), list);
        getContent().setVisible(true);
        getContent().getElement().callJsFunction("scrollIntoView");
    }
}
