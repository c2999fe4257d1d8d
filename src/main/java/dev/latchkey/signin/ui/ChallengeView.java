package dev.latchkey.signin.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.latchkey.component.CenteredCard;
import dev.latchkey.component.PostForm;
import dev.latchkey.component.PostedField;
import dev.latchkey.signin.CodeRefusedException;
import dev.latchkey.signin.CurrentSession;
import dev.latchkey.signin.SignInPaths;
import dev.latchkey.twofactor.ui.CodeSentences;
import org.springframework.security.web.WebAttributes;

/** The code step. */
@Route(value = "login/verify", autoLayout = false)
class ChallengeView extends CenteredCard implements BeforeEnterObserver {

    private static final String LONGEST_INPUT = "64";

    private final PostedField code;
    private final CurrentSession session;

    ChallengeView(CurrentSession session) {
        super("challenge.title");
        this.session = session;
        code = new PostedField(getTranslation("code.label"), "code", "text", "one-time-code")
                .with("inputmode", "numeric")
                .with("maxlength", LONGEST_INPUT)
                .with("autocapitalize", "off")
                .with("spellcheck", "false");
        var form = new PostForm(SignInPaths.CHALLENGE);
        form.add(code);
        form.addSubmit(getTranslation("challenge.submit"));
        var logout = new PostForm(SignInPaths.LOGOUT);
        logout.addClassName("secondary-form");
        logout.addSubmit(getTranslation("frame.log-out"));
        addToCard(new Paragraph(getTranslation("challenge.explanation")), form, logout);
        code.focus();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (session.isComplete()) {
            event.forwardTo("");
            return;
        }
        // Read once: a reload of the page must not repeat an old refusal
        var httpSession =
                VaadinServletRequest.getCurrent().getHttpServletRequest().getSession();
        if (httpSession.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) instanceof CodeRefusedException refused) {
            httpSession.removeAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
            code.setError(CodeSentences.refusal(this, refused.result()));
        }
    }
}
