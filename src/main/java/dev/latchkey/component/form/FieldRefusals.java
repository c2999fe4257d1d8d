package dev.latchkey.component.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import dev.latchkey.common.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows each refusal of a form at its field. */
public final class FieldRefusals {

    /** The reasons for which a name can be refused. */
    public static final String[] NAME = {"name.refused.length", "name.refused.character", "name.refused.invisible"};

    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    /** Refusals with one of these messages are about that field. */
    public <F extends Component & HasValidation> FieldRefusals at(F field, String... messageKeys) {
        for (var key : messageKeys) {
            fields.put(key, field);
        }
        return this;
    }

    /** Runs an action; a refusal is shown at its field, others are thrown to the caller. */
    public void show(Component view, Runnable action) {
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            action.run();
        } catch (RefusedException e) {
            var field = fields.get(e.messageKey());
            if (field == null) {
                throw e;
            }
            field.setErrorMessage(view.getTranslation(e.messageKey(), e.arguments()));
            field.setInvalid(true);
            // Not with Focusable, which a checkbox group does not implement
            ((Component) field).getElement().callJsFunction("focus");
        }
    }
}
