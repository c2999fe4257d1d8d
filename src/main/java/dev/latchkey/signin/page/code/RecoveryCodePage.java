package dev.latchkey.signin.page.code;

import dev.latchkey.signin.navigation.Destination;
import dev.latchkey.signin.navigation.SignInPaths;
import dev.latchkey.signin.session.CurrentSession;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Accepts a recovery code instead of the code step. It looks the same for everybody, so that somebody with only the password learns
 * nothing here: not even whether there are codes.
 */
@Controller
class RecoveryCodePage {

    private final CurrentSession session;

    RecoveryCodePage(CurrentSession session) {
        this.session = session;
    }

    @GetMapping(SignInPaths.RECOVERY)
    String show(HttpServletRequest request) {
        return session.isComplete() ? "redirect:" + Destination.in(request).path() : "page/recovery-code";
    }
}
