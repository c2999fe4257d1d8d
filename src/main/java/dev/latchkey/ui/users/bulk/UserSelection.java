package dev.latchkey.ui.users.bulk;

import com.vaadin.flow.component.checkbox.Checkbox;
import dev.latchkey.twofactor.directory.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The users of a list that somebody has selected: some on the page that is shown, or everybody who matches the filter, on whatever
 * page. It ends when another list or page is shown, so that nothing is done to users who are not in sight.
 */
public final class UserSelection {

    private final Set<Long> ids = new LinkedHashSet<>();
    private final Map<Long, Checkbox> boxes = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final Checkbox page = new Checkbox();
    private final Supplier<List<Long>> idsOnPage;
    private boolean everybody;

    /**
     * Creates an empty selection.
     *
     * @param idsOnPage the users of the page that is shown
     * @param label for the box that selects all of them, in the reader's language
     */
    public UserSelection(Supplier<List<Long>> idsOnPage, String label) {
        this.idsOnPage = idsOnPage;
        page.setAriaLabel(label);
        page.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                everybody = false;
                ids.clear();
                if (change.getValue()) {
                    ids.addAll(idsOnPage.get());
                }
                show();
            }
        });
    }

    /** The box that selects every user of the page. */
    public Checkbox pageBox() {
        return page;
    }

    /** The box of a row; its label is in the reader's language. */
    public Checkbox box(Member member, String label) {
        var box = new Checkbox(isSelected(member.id()));
        box.setAriaLabel(label);
        boxes.put(member.id(), box);
        box.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                select(member.id(), change.getValue());
            }
        });
        return box;
    }

    /** Calls it after each change. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    /** Selects everybody who matches, also on other pages. */
    public void selectEverybody() {
        everybody = true;
        show();
    }

    /** Selects nobody. */
    public void clear() {
        everybody = false;
        ids.clear();
        show();
    }

    /** Forgets the rows that were shown, because others are shown now, and selects nobody. */
    public void startOver() {
        boxes.clear();
        clear();
    }

    /** Whether everybody is selected who matches the filter. */
    public boolean isEverybody() {
        return everybody;
    }

    /** Those who are selected one by one. */
    public Collection<Long> ids() {
        return Set.copyOf(ids);
    }

    /** Whether all users of the page are selected. */
    public boolean isWholePage() {
        return everybody || !ids.isEmpty() && ids.containsAll(idsOnPage.get());
    }

    private boolean isSelected(long userId) {
        return everybody || ids.contains(userId);
    }

    private void select(long userId, boolean selected) {
        if (everybody) {
            // Without one of them it is no longer everybody: what is left are the others in sight
            everybody = false;
            ids.addAll(idsOnPage.get());
        }
        if (selected) {
            ids.add(userId);
        } else {
            ids.remove(userId);
        }
        show();
    }

    private void show() {
        boxes.forEach((id, box) -> box.setValue(isSelected(id)));
        var some = everybody || !ids.isEmpty();
        page.setValue(some && isWholePage());
        page.setIndeterminate(some && !page.getValue());
        listeners.forEach(Runnable::run);
    }
}
