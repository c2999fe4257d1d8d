package dev.latchkey.signin.page.login;

import dev.latchkey.signin.navigation.Destination;
import dev.latchkey.signin.navigation.SignInPaths;
import dev.latchkey.signin.page.NoteMessages;
import dev.latchkey.signin.session.CurrentSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The password step. */
@Controller
class LoginPage {

    private static final Map<String, NoticeKind> NOTICES = Map.of(
            "ended", new NoticeKind("login.session-ended", "notice"),
            "ready", new NoticeKind("login.account-ready", "form-notice"),
            "reset", new NoticeKind("login.password-reset", "form-notice"),
            "unlocked", new NoticeKind("login.unlocked", "form-notice"));

    /** Instead of the form, which would lead to the same again. */
    private static final Map<String, String> EXPLANATIONS =
            Map.of("lost", "page/session-lost", "cookies", "page/no-cookies");

    private final CurrentSession session;
    private final MessageSource messages;

    LoginPage(CurrentSession session, MessageSource messages) {
        this.session = session;
        this.messages = messages;
    }

    @GetMapping(SignInPaths.LOGIN)
    String show(Model model, HttpServletRequest request, Locale locale) {
        var explanation = EXPLANATIONS.entrySet().stream()
                .filter(page -> request.getParameterMap().containsKey(page.getKey()))
                .findFirst();
        if (explanation.isPresent()) {
            return explanation.get().getValue();
        }
        var note = model.getAttribute(NoteMessages.NAME);
        if (session.isComplete() && note == NoteMessages.NONE) {
            return "redirect:" + Destination.in(request).path();
        }
        if (note == NoteMessages.NONE) {
            notice(request.getParameterMap().keySet(), locale, model);
        }
        return "page/login";
    }

    private void notice(Set<String> parameters, Locale locale, Model model) {
        NOTICES.forEach((parameter, notice) -> {
            if (parameters.contains(parameter)) {
                model.addAttribute(
                        NoteMessages.NAME,
                        NoteMessages.notice(messages.getMessage(notice.key(), null, locale), notice.look()));
            }
        });
    }

    private record NoticeKind(String key, String look) {}
}
