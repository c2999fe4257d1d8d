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
 * Saves what several people may edit at once. Whoever comes second is told above the fields what has changed meanwhile, finds
 * what they typed as it was, and saves again from what stands now.
 */
public final class VersionedForm<T> extends Composite<Div> {

    private final FormFields<T> fields;
    private final Supplier<Versioned<T>> stored;
    private Versioned<T> seen;

    /**
     * Fills the fields with what is stored.
     *
     * @param stored reads what is stored now
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

    /** Saves what was typed and does that afterwards; where somebody was faster, tells what they did and saves nothing. */
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

    /** Begins again with what is stored now. */
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
