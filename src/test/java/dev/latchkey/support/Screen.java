package dev.latchkey.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.BasicUtilsKt;
import com.github.mvysny.kaributesting.v10.ElementUtilsKt;
import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.NotificationsKt;
import com.github.mvysny.kaributesting.v10.ShortcutsKt;
import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import dev.latchkey.common.RefusedException;
import dev.latchkey.component.Switch;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What somebody before the current page sees and does. Looking and doing is on the dialog in front, or on the page where there
 * is none; words are meant by their keys.
 */
public abstract class Screen {

    /** The words of that key in the language of the page. */
    protected static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }

    /** The one visible component of that type. */
    protected static <C extends Component> C one(Class<C> type) {
        return LocatorJ._get(front(), type);
    }

    /** All visible components of that type, from top to bottom. */
    protected static <C extends Component> List<C> all(Class<C> type) {
        return LocatorJ._find(front(), type);
    }

    /** The one visible field of that type whose label has that key. */
    protected static <C extends Component> C field(Class<C> type, String labelKey) {
        return LocatorJ._get(front(), type, spec -> spec.withLabel(text(labelKey)));
    }

    /** The one visible button whose words have that key. */
    protected static Button button(String key, Object... arguments) {
        return button(front(), key, arguments);
    }

    /** The one visible button within a component whose words have that key. */
    protected static Button button(Component within, String key, Object... arguments) {
        return LocatorJ._get(within, Button.class, spec -> spec.withText(text(key, arguments)));
    }

    /** The rows of the one visible grid. */
    protected static List<Row> rows() {
        return Row.of(one(Grid.class));
    }

    /** The one row of the visible grid with those words in it. */
    protected static Row row(String words) {
        var found = rows().stream().filter(row -> row.says(words)).toList();
        assertThat(found).as(words).hasSize(1);
        return found.getFirst();
    }

    /** Whether there is a visible button whose words have that key. */
    protected static boolean hasButton(String key) {
        return !LocatorJ._find(front(), Button.class, spec -> spec.withText(text(key)))
                .isEmpty();
    }

    /** Everything that can be read, line by line. */
    protected static String shown() {
        return shownIn(front());
    }

    /** Everything that can be read within a component, line by line. */
    protected static String shownIn(Component component) {
        return String.join(
                "\n",
                LocatorJ._find(component, Component.class).stream()
                        .filter(child -> child.getElement().getChildren().noneMatch(Screen::isMoreThanText))
                        .map(child -> child.getElement().getText())
                        .filter(words -> !words.isBlank())
                        .toList());
    }

    // A place where a line may break is no part of the words
    private static boolean isMoreThanText(Element part) {
        return !part.isTextNode() && !part.getTag().equals("wbr");
    }

    /** The secret key in writing that the dialog in front shows. */
    protected static String secretKey() {
        return LocatorJ._get(front(), Span.class, spec -> spec.withClasses("secret-key"))
                .getText();
    }

    /** Does something as the server does it: what is refused is told as it is told there. */
    protected static void act(Runnable action) {
        try {
            action.run();
        } catch (RefusedException | AccessDeniedException e) {
            VaadinSession.getCurrent().getErrorHandler().error(new ErrorEvent(e));
        }
        if (UI.getCurrent() != null) {
            MockVaadin.clientRoundtrip(false);
        }
    }

    /** Presses a button. */
    protected static void press(Button button) {
        act(() -> LocatorJ._click(button));
    }

    /** Presses the one button whose words have that key. */
    protected static void press(String key, Object... arguments) {
        press(button(key, arguments));
    }

    /** What the menu behind a button offers. */
    protected static List<MenuItem> menu(Button button) {
        ElementUtilsKt._fireDomEvent(
                button.getElement(),
                new DomEvent(
                        button.getElement(), "vaadin-context-menu-before-open", JsonNodeFactory.instance.objectNode()));
        return LocatorJ._find(ContextMenu.class).getLast().getItems();
    }

    /** Presses Enter in the dialog in front. */
    protected static void pressEnter() {
        act(() -> ShortcutsKt._fireShortcut(front(), Key.ENTER));
    }

    /** Chooses or types a value in a field. */
    protected static <V> void enter(HasValue<?, V> field, V value) {
        act(() -> LocatorJ._setValue(field, value));
    }

    /** Types into the one field whose label has that key. */
    @SuppressWarnings("unchecked")
    protected static void type(String labelKey, String value) {
        var found = LocatorJ._find(front(), Component.class).stream()
                .filter(field -> field instanceof HasValue<?, ?>
                        && field instanceof HasLabel labelled
                        && text(labelKey).equals(labelled.getLabel()))
                .toList();
        assertThat(found).as(labelKey).hasSize(1);
        enter((HasValue<?, String>) found.getFirst(), value);
    }

    /** Flips a switch that asks before it does. */
    protected static void flip(Switch toggle) {
        act(() -> BasicUtilsKt._fireDomEvent(toggle, "switch-asked"));
    }

    /** What the question in front asks. */
    protected static String question() {
        return ConfirmDialogKt._getText(confirmation());
    }

    /** Says yes to the question in front. */
    protected static void confirm() {
        var asked = confirmation();
        act(() -> {
            asked.close();
            ConfirmDialogKt._fireConfirm(asked);
        });
    }

    /** Says no to the question in front. */
    protected static void cancel() {
        var asked = confirmation();
        act(() -> {
            asked.close();
            ConfirmDialogKt._fireCancel(asked);
        });
    }

    /** The question in front. */
    protected static ConfirmDialog confirmation() {
        assertThat(front()).isInstanceOf(ConfirmDialog.class);
        return (ConfirmDialog) front();
    }

    /** The dialog in front. */
    protected static Dialog dialog() {
        assertThat(front()).isInstanceOf(Dialog.class);
        return (Dialog) front();
    }

    /** The title of the dialog in front. */
    protected static String title() {
        return dialog().getHeaderTitle();
    }

    /** Whether a dialog or a question is open. */
    protected static boolean isDialogOpen() {
        return front() instanceof Dialog || front() instanceof ConfirmDialog;
    }

    /** What the page has just told in passing, oldest first. */
    protected static List<String> told() {
        MockVaadin.clientRoundtrip(false);
        return NotificationsKt.getNotifications().stream().map(Screen::words).toList();
    }

    /** What a field says is wrong with it; empty where nothing is. */
    protected static String wrongIn(HasValidation field) {
        return field.isInvalid() ? field.getErrorMessage() : "";
    }

    private static String words(Notification notification) {
        return notification.getElement().getProperty("text", BasicUtilsKt.get_textRecursively(notification));
    }

    /** Dialogs stand in the page in the order in which they were opened, or in each other. */
    private static Component front() {
        return LocatorJ._find(Component.class, spec -> spec.withPredicate(Screen::isOpenDialog)).stream()
                .reduce((one, next) -> depth(next) < depth(one) ? one : next)
                .orElse(UI.getCurrent());
    }

    private static boolean isOpenDialog(Component component) {
        return component instanceof Dialog dialog && dialog.isOpened()
                || component instanceof ConfirmDialog question && question.isOpened();
    }

    /** A dialog that opens over another stands inside it. */
    private static int depth(HasElement component) {
        var depth = 0;
        for (var element = component.getElement(); element != null; element = element.getParent()) {
            depth++;
        }
        return depth;
    }
}
