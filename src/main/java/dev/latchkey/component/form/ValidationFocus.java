package dev.latchkey.component.form;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.data.binder.BindingValidationStatus;
import com.vaadin.flow.data.binder.ValidationException;

/** Focuses the first invalid field of a form; each field shows its own error. */
public final class ValidationFocus {

    private ValidationFocus() {}

    /** Focuses the first invalid field, in the order of the bindings. */
    public static void focusFirst(ValidationException refusal) {
        // For a record, the binder also lists valid fields
        refusal.getFieldValidationErrors().stream()
                .filter(BindingValidationStatus::isError)
                .map(BindingValidationStatus::getField)
                .filter(Focusable.class::isInstance)
                .findFirst()
                .ifPresent(field -> ((Focusable<?>) field).focus());
    }
}
