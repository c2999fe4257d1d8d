package dev.latchkey.component.form;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.data.binder.BindingValidationStatus;
import com.vaadin.flow.data.binder.ValidationException;

/** Leads to what keeps a form from being sent; each field says itself what is wrong with it. */
public final class ValidationFocus {

    private ValidationFocus() {}

    /** Puts the focus on the first of them, in the order in which the binder was told of them. */
    public static void focusFirst(ValidationException refusal) {
        // Of a record, the binder lists the fields that are right, too
        refusal.getFieldValidationErrors().stream()
                .filter(BindingValidationStatus::isError)
                .map(BindingValidationStatus::getField)
                .filter(Focusable.class::isInstance)
                .findFirst()
                .ifPresent(field -> ((Focusable<?>) field).focus());
    }
}
