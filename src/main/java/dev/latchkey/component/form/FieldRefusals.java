package dev.latchkey.component.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import dev.latchkey.common.RefusedException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows each refusal of a form at the field that it is about. */
public final class FieldRefusals {

    /** What a name is refused for. */
    public static final String[] NAME = {"name.refused.length", "name.refused.character", "name.refused.invisible"};

    private final Map<String, HasValidation> fields = new LinkedHashMap<>();

    /** Refusals with one of these sentences are about that field. */
    public <F extends Component & HasValidation> FieldRefusals at(F field, String... messageKeys) {
        for (var key : messageKeys) {
            fields.put(key, field);
        }
        return this;
    }

    /** Does that; a refusal is shown at its field, one that is about none goes to whoever asked. */
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
            // Not by Focusable, which a group of checkboxes is not
            ((Component) field).getElement().callJsFunction("focus");
        }
    }
}
