package dev.latchkey.ui.users.bulk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.latchkey.twofactor.bulk.BulkAction;
import java.util.function.Consumer;

/** Says how many users are selected, and offers what can be done to them; invisible while there are none. */
public class BulkBar extends Div {

    private final UserSelection selection;
    private final Span count = new Span();
    private final Button everybody;
    private int total;

    /**
     * Creates the bar of a selection.
     *
     * @param order is called with the action that somebody chooses
     * @param export is called when somebody wants to export the selected users
     */
    public BulkBar(UserSelection selection, Consumer<BulkAction> order, Runnable export) {
        this.selection = selection;
        addClassName("bulk-bar");
        count.getElement().setAttribute("role", "status");
        var actions = new Button(getTranslation("bulk.actions"));
        actions.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.SMALL);
        actions.getElement().setAttribute("aria-haspopup", "menu");
        var menu = new ContextMenu(actions);
        menu.setOpenOnClick(true);
        for (var action : BulkAction.values()) {
            var item = menu.addItem(getTranslation(BulkMessages.name(action)), click -> order.accept(action));
            if (action == BulkAction.DISABLE) {
                item.addClassName("danger-item");
            }
        }
        menu.addItem(getTranslation("users.export"), click -> export.run());
        everybody = small("bulk.everybody", selection::selectEverybody);
        add(count, actions, everybody, small("bulk.clear", selection::clear));
        selection.addListener(this::show);
        show();
    }

    /** Says of how many users the list is. */
    public void setTotal(int total) {
        this.total = total;
        show();
    }

    /** How many users are selected. */
    public int count() {
        return selection.isEverybody() ? total : selection.ids().size();
    }

    private Button small(String key, Runnable action) {
        var button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return button;
    }

    private void show() {
        setVisible(count() > 0);
        count.setText(getTranslation("bulk.selected", count()));
        everybody.setText(getTranslation("bulk.everybody", total));
        everybody.setVisible(!selection.isEverybody() && selection.isWholePage() && count() < total);
    }
}
