package dev.latchkey.signin.ui;

import com.vaadin.flow.component.Component;
import dev.latchkey.component.PostForm;
import dev.latchkey.signin.SignInPaths;

/** The way out of a sign-in that somebody cannot or does not want to finish. */
final class LogOutForm {

    private LogOutForm() {}

    static PostForm in(Component view) {
        var form = new PostForm(SignInPaths.LOGOUT);
        form.addClassName("secondary-form");
        form.addSubmit(view.getTranslation("frame.log-out"));
        return form;
    }
}
