package dev.latchkey.signin.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.latchkey.component.CenteredCard;
import dev.latchkey.component.PostForm;
import dev.latchkey.component.PostedField;
import dev.latchkey.signin.CurrentSession;
import dev.latchkey.signin.LastRefusal;
import dev.latchkey.signin.RecoveryCodeRefusal;
import dev.latchkey.signin.SignInPaths;

/**
 * Takes a recovery code in the place of the code step. It looks alike for everybody, so that whoever has only the password
 * learns nothing here: not even whether there are codes.
 */
@Route(value = "login/recovery", autoLayout = false)
class RecoveryCodeView extends CenteredCard implements BeforeEnterObserver {

    private static final String LONGEST_INPUT = "64";

    private final CurrentSession session;
    private final PostedField code;

    RecoveryCodeView(CurrentSession session) {
        super("recovery-code.title");
        this.session = session;
        code = new PostedField(
                        getTranslation("recovery-code.label"), SignInPaths.RECOVERY_CODE_PARAMETER, "text", "off")
                .with("maxlength", LONGEST_INPUT)
                .with("autocapitalize", "characters")
                .with("spellcheck", "false");
        var form = new PostForm(SignInPaths.RECOVERY);
        form.add(code);
        form.addSubmit(getTranslation("challenge.submit"));
        addToCard(
                new Paragraph(getTranslation("recovery-code.explanation")),
                form,
                new Anchor(SignInPaths.CHALLENGE, getTranslation("recovery-code.use-app")),
                LogOutForm.in(this));
        code.focus();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (session.isComplete()) {
            event.forwardTo("");
            return;
        }
        LastRefusal.take(RecoveryCodeRefusal.class)
                .ifPresent(refusal -> code.setError(RecoveryCodeSentences.refusal(this, refusal)));
    }
}
