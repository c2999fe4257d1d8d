package dev.latchkey.signin.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.latchkey.component.CenteredCard;
import dev.latchkey.component.PostForm;
import dev.latchkey.component.PostedField;
import dev.latchkey.component.RefusedException;
import dev.latchkey.component.Times;
import dev.latchkey.signin.CurrentSession;
import dev.latchkey.signin.LastRefusal;
import dev.latchkey.signin.SignInPaths;
import dev.latchkey.twofactor.Challenge;
import dev.latchkey.twofactor.CodeResult;
import dev.latchkey.twofactor.SignInSecrets;
import dev.latchkey.twofactor.ui.CodeSentences;
import dev.latchkey.twofactor.ui.SecretPanel;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** The code step. */
@Route(value = "login/verify", autoLayout = false)
class ChallengeView extends CenteredCard implements BeforeEnterObserver {

    private static final String LONGEST_INPUT = "64";
    private static final String SHOWN_VERSION = "latchkey.shown-secret-version";

    private final CurrentSession session;
    private final SignInSecrets secrets;
    private final PostedField code;

    ChallengeView(CurrentSession session, SignInSecrets secrets) {
        super("challenge.title");
        this.session = session;
        this.secrets = secrets;
        code = new PostedField(getTranslation("code.label"), "code", "text", "one-time-code")
                .with("inputmode", "numeric")
                .with("maxlength", LONGEST_INPUT)
                .with("autocapitalize", "off")
                .with("spellcheck", "false");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (session.isComplete()) {
            event.forwardTo("");
            return;
        }
        show(secrets.challengeOf(session.user().getUserId(), shownVersion()));
        LastRefusal.take(CodeResult.class).ifPresent(result -> code.setError(CodeSentences.refusal(this, result)));
    }

    private void show(Challenge challenge) {
        var form = new PostForm(SignInPaths.CHALLENGE);
        form.add(code);
        form.addSubmit(getTranslation("challenge.submit"));
        clearCard();
        switch (challenge) {
            case Challenge.ProvenApp() ->
                addToCard(
                        new Paragraph(getTranslation("challenge.explanation")),
                        form,
                        new Anchor(SignInPaths.RECOVERY, getTranslation("challenge.use-recovery-code")));
            case Challenge.MailedSecret(var issuedAt) -> addToCard(mailed(issuedAt), form, mailAgain());
            case Challenge.ShownSecret(var shown) -> {
                httpSession().setAttribute(SHOWN_VERSION, shown.version());
                addToCard(new Paragraph(getTranslation("challenge.shown")), new SecretPanel(shown), form);
            }
        }
        addToCard(LogOutForm.in(this));
        code.focus();
    }

    private Paragraph mailed(Optional<Instant> issuedAt) {
        var email = session.user().getUsername();
        return new Paragraph(issuedAt.map(
                        at -> getTranslation("challenge.mailed", email, Times.text(UI.getCurrent(), at)))
                .orElseGet(() -> getTranslation("challenge.mail-expired", email)));
    }

    private Button mailAgain() {
        var again = new Button(getTranslation("challenge.mail-again"));
        again.setDisableOnClick(true);
        again.addClickListener(click -> {
            try {
                secrets.mailAgain(session.user().getUserId());
                show(secrets.challengeOf(session.user().getUserId(), OptionalLong.empty()));
                Notification.show(
                        getTranslation("challenge.mailed-again", session.user().getUsername()));
            } catch (RefusedException e) {
                code.setError(getTranslation(e.messageKey(), e.arguments()));
            } finally {
                again.setEnabled(true);
            }
        });
        return again;
    }

    private static OptionalLong shownVersion() {
        return httpSession().getAttribute(SHOWN_VERSION) instanceof Long version
                ? OptionalLong.of(version)
                : OptionalLong.empty();
    }

    private static HttpSession httpSession() {
        return VaadinServletRequest.getCurrent().getHttpServletRequest().getSession();
    }
}
