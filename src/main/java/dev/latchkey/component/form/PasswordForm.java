package dev.latchkey.component.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Input;

/**
 * Password fields together with the user name, so that a password manager knows the account. Buttons and keys of the dialog send
 * the input; the form itself is never submitted.
 */
@Tag("form")
public final class PasswordForm extends HtmlContainer implements HasComponents {

    /** Puts the fields into a form for the user with that email address. */
    public PasswordForm(String email, Component... fields) {
        add(username(email));
        add(fields);
        addAttachListener(attached ->
                getElement().executeJs("this.addEventListener('submit', submission => submission.preventDefault())"));
    }

    private static Input username(String email) {
        var username = new Input();
        username.setType("email");
        username.setValue(email);
        username.addClassName("for-screen-readers");
        username.getElement()
                .setAttribute("name", "username")
                .setAttribute("autocomplete", "username")
                .setAttribute("readonly", true)
                .setAttribute("tabindex", "-1")
                .setAttribute("aria-hidden", "true");
        return username;
    }
}
