package dev.latchkey.signin.page.password;

import dev.latchkey.common.text.Sentence;
import dev.latchkey.signin.navigation.Destination;
import dev.latchkey.signin.navigation.PageNote;
import dev.latchkey.signin.navigation.PageNotes;
import dev.latchkey.signin.navigation.SignInPaths;
import dev.latchkey.signin.password.ForgottenPassword;
import dev.latchkey.user.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks where to send the link to a new password. */
@Controller
class ForgotPasswordPage {

    private final ForgottenPassword forgottenPassword;
    private final PageNotes notes;

    ForgotPasswordPage(ForgottenPassword forgottenPassword, PageNotes notes) {
        this.forgottenPassword = forgottenPassword;
        this.notes = notes;
    }

    @GetMapping(SignInPaths.RESET_PASSWORD)
    String show() {
        return "page/forgot-password";
    }

    @PostMapping(SignInPaths.RESET_PASSWORD)
    String ask(
            @RequestParam(name = SignInPaths.USERNAME_PARAMETER, defaultValue = "") String typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        notes.leave(
                response,
                EmailAddress.parse(typed)
                        .map(email -> {
                            forgottenPassword.ask(email, request.getRemoteAddr());
                            return PageNote.done(
                                    SignInPaths.RESET_PASSWORD, Sentence.of("forgot-password.answer", email.value()));
                        })
                        .orElseGet(() -> PageNote.refused(
                                        SignInPaths.RESET_PASSWORD,
                                        SignInPaths.USERNAME_PARAMETER,
                                        Sentence.of("form.email-invalid"))
                                .typed(SignInPaths.USERNAME_PARAMETER, typed)));
        return "redirect:" + Destination.in(request).after(SignInPaths.RESET_PASSWORD);
    }
}
