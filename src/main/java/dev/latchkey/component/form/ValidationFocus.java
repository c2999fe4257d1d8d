package dev.latchkey.component.form;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.data.binder.BindingValidationStatus;
import com.vaadin.flow.data.binder.ValidationException;

/** Leads to what keeps a form from being sent; each field says itself what is wrong with it. */
final class ValidationFocus {

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
