package dev.latchkey.component.grid;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.List;

/**
 * The filters of a list. On a narrow screen, where they would leave no room for the list, all but the first are behind a button, which
 * says how many of them are set.
 */
public class ListFilters extends Div {

    private final List<HasValue<?, ?>> others;
    private final Button more = new Button();

    /** The filters in their order; the first one is always shown. */
    public ListFilters(Component first, List<? extends HasValue<?, ?>> others) {
        this.others = List.copyOf(others);
        addClassNames("tools", "list-filters");
        more.addClassName("filters-toggle");
        more.addClickListener(click -> show(!hasClassName("open")));
        add(first, more);
        this.others.forEach(filter -> {
            add((Component) filter);
            filter.addValueChangeListener(change -> count());
        });
        show(false);
        count();
    }

    private void show(boolean open) {
        setClassName("open", open);
        more.getElement().setAttribute("aria-expanded", String.valueOf(open));
    }

    private void count() {
        var set = others.stream().filter(filter -> !filter.isEmpty()).count();
        more.setText(set == 0 ? getTranslation("grid.filters") : getTranslation("grid.filters-set", set));
    }
}
