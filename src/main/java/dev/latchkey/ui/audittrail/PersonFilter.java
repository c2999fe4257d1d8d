package dev.latchkey.ui.audittrail;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.latchkey.audit.AuditEntry;
import dev.latchkey.audit.AuditTrailReader;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The filters by one user, whatever they were called in the past. A link sets them; here they are shown, and removed by a press.
 */
public class PersonFilter extends Div {

    /** The parameter of the address for entries about a user, by their id. */
    public static final String ABOUT = "about";

    /** The same for entries by a user. */
    public static final String BY = "by";

    private final AuditTrailReader auditTrail;
    private final Runnable whenRemoved;
    private @Nullable Long by;
    private @Nullable Long about;

    PersonFilter(AuditTrailReader auditTrail, Runnable whenRemoved) {
        this.auditTrail = auditTrail;
        this.whenRemoved = whenRemoved;
        addClassName("person-filter");
    }

    @Nullable
    Long by() {
        return by;
    }

    @Nullable
    Long about() {
        return about;
    }

    /** Shows what the address of the page says. */
    void set(AuditTrailQuery query) {
        by = query.by();
        about = query.about();
        removeAll();
        if (by != null) {
            add(button("audit.by", by, () -> by = null));
        }
        if (about != null) {
            add(button("audit.about", about, () -> about = null));
        }
        setVisible(by != null || about != null);
    }

    private Button button(String key, long userId, Runnable removal) {
        var words = getTranslation(key, nameOf(userId));
        var remove = new Button(words, click -> {
            removal.run();
            whenRemoved.run();
        });
        remove.addThemeVariants(ButtonVariant.SMALL);
        remove.addClassName("chosen-filter");
        remove.setAriaLabel(getTranslation("audit.remove-filter", words));
        return remove;
    }

    /** What the latest entry calls them: whoever reads this may not look users up. */
    private String nameOf(long userId) {
        return auditTrail.latestOf(userId, 1).stream()
                .findFirst()
                .map(entry -> nameIn(entry, userId))
                .filter(name -> !name.isBlank())
                .orElseGet(() -> getTranslation("audit.user-number", userId));
    }

    private static String nameIn(AuditEntry entry, long userId) {
        return Objects.equals(entry.subjectId(), userId) ? entry.subject() : entry.actor();
    }
}
