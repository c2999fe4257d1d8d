package dev.latchkey.component;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.textfield.PasswordField;

/** Translates the built-in texts of components, mostly for screen readers, which are English. */
public final class ComponentI18n {

    // Flow's script sets them again with each header
    private static final String SORTERS = """
            const name = () => this.querySelectorAll('vaadin-grid-sorter[aria-label]').forEach(sorter => {
              const words = $0.replace('{column}', sorter.textContent);
              if (sorter.getAttribute('aria-label') !== words) {
                sorter.setAttribute('aria-label', words);
              }
            });
            name();
            new MutationObserver(name).observe(this, {childList: true, subtree: true});
            """;

    private ComponentI18n() {}

    /**
     * Translates the texts of a component, and returns it.
     *
     * @throws IllegalArgumentException for a component without known built-in texts
     */
    public static <C extends Component> C in(C component) {
        switch (component) {
            case AppLayout layout ->
                layout.setI18n(new AppLayout.AppLayoutI18n().setDrawer(layout.getTranslation("frame.navigation")));
            case Avatar avatar ->
                avatar.setI18n(new Avatar.AvatarI18n().setAnonymous(avatar.getTranslation("words.nameless")));
            case Grid<?> grid -> grid.getElement().executeJs(SORTERS, grid.getTranslation("words.sort-by", "{column}"));
            case MenuBar menu ->
                menu.setI18n(new MenuBar.MenuBarI18n().setMoreOptions(menu.getTranslation("words.more")));
            case MultiSelectComboBox<?> choice -> choice.setI18n(words(choice));
            // Flow has no setter for this one, and the component keeps its other texts
            case PasswordField password ->
                password.getElement()
                        .executeJs("this.i18n = {...this.i18n, reveal: $0}", password.getTranslation("words.reveal"));
            case SideNav navigation ->
                navigation.setI18n(new SideNav.SideNavI18n().setToggle(navigation.getTranslation("words.toggle")));
            default -> throw new IllegalArgumentException(component.getClass().getSimpleName());
        }
        return component;
    }

    private static MultiSelectComboBoxI18n words(MultiSelectComboBox<?> choice) {
        return new MultiSelectComboBoxI18n()
                .setCleared(choice.getTranslation("words.cleared"))
                .setFocused(choice.getTranslation("words.focused"))
                .setSelected(choice.getTranslation("words.selected"))
                .setDeselected(choice.getTranslation("words.deselected"))
                .setTotal(choice.getTranslation("words.total", "{count}"));
    }
}
