package dev.latchkey.signin.page.password;

import dev.latchkey.common.RefusedException;
import dev.latchkey.common.text.Sentence;
import dev.latchkey.signin.browser.KnownBrowserCookie;
import dev.latchkey.signin.navigation.PageNote;
import dev.latchkey.signin.navigation.PageNotes;
import dev.latchkey.signin.navigation.SignInPaths;
import dev.latchkey.user.UserName;
import dev.latchkey.user.password.reset.PasswordReset;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets a user with a mailed link choose a new password. Viewing the page does not use the link: mail scanners follow links, too. */
@Controller
class ResetPasswordPage {

    private static final String PATH = SignInPaths.RESET_PASSWORD + "/{token}";

    private final PasswordReset reset;
    private final NewPasswordForm password;
    private final PageNotes notes;
    private final KnownBrowserCookie browser;

    ResetPasswordPage(PasswordReset reset, NewPasswordForm password, PageNotes notes, KnownBrowserCookie browser) {
        this.reset = reset;
        this.password = password;
        this.notes = notes;
        this.browser = browser;
    }

    @GetMapping(PATH)
    String show(@PathVariable String token, Model model, Locale locale) {
        reset.openTo(token).ifPresent(user -> {
            model.addAttribute("user", user);
            model.addAttribute("passwordHint", password.hint(locale));
        });
        return "page/reset-password";
    }

    @PostMapping(PATH)
    String choose(
            @PathVariable String token,
            @RequestParam(name = NewPasswordForm.FIELD, defaultValue = "") String chosen,
            HttpServletRequest request,
            HttpServletResponse response) {
        var user = reset.openTo(token);
        var page = SignInPaths.ofLink(SignInPaths.RESET_PASSWORD, token);
        if (user.isPresent()) {
            var errors = password.errors(chosen, known(user.get()));
            if (!errors.isEmpty()) {
                notes.leave(response, PageNote.refused(page, errors));
            } else if (choose(token, chosen, page, response)) {
                browser.rememberByLink(request, response, user.get());
                return "redirect:" + SignInPaths.LOGIN + "?reset";
            }
        }
        // The page now shows the current state: that it is closed, or what was wrong
        return "redirect:" + page;
    }

    private boolean choose(String token, String chosen, String page, HttpServletResponse response) {
        try {
            return reset.choose(token, chosen);
        } catch (RefusedException e) {
            notes.leave(response, PageNote.refused(page, NewPasswordForm.FIELD, Sentence.of(e)));
            return false;
        }
    }

    private static List<String> known(UserName user) {
        return List.of(user.name(), user.email());
    }
}
