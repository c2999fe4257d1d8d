package dev.latchkey.ui.profile;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.latchkey.component.page.Page;
import dev.latchkey.signin.navigation.PostSignInRedirect;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Asks a user who has signed in with a recovery code to set up their app again before they continue to the requested page. It stays
 * until it is answered.
 */
final class RecoveredPrompt extends Composite<Section> {

    /** Makes one that calls back with what is to be done after the app has been set up. */
    RecoveredPrompt(PostSignInRedirect redirect, int codesLeft, Consumer<Runnable> setUpAgain) {
        var setUp = new Button(
                getTranslation("profile.recovered.set-up"), click -> setUpAgain.accept(() -> settle(redirect)));
        setUp.addThemeVariants(ButtonVariant.PRIMARY);
        var later = new Button(getTranslation("profile.recovered.later"), click -> goOn(redirect));
        later.addThemeVariants(ButtonVariant.TERTIARY);
        var actions = new Div(setUp, later);
        actions.addClassName("tools");
        getContent().addClassNames("panel", "prompt");
        getContent().add(new Paragraph(getTranslation("profile.recovered", codesLeft)), actions);
    }

    private void settle(PostSignInRedirect redirect) {
        var destination = PostSignInRedirect.end();
        getContent().removeAll();
        if (redirect.leadsOn()) {
            var goOn = new Anchor(destination, getTranslation("profile.recovered.go-on"));
            getContent().add(goOn);
            goOn.focus();
        } else {
            leave();
        }
    }

    private void goOn(PostSignInRedirect redirect) {
        var destination = PostSignInRedirect.end();
        if (redirect.leadsOn()) {
            getUI().ifPresent(ui -> ui.getPage().setLocation(destination));
        }
        leave();
    }

    private void leave() {
        Objects.requireNonNull(findAncestor(Page.class)).focusHeading();
        removeFromParent();
    }
}
