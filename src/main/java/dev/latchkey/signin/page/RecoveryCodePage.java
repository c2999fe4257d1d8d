package dev.latchkey.signin.page;

import dev.latchkey.signin.CurrentSession;
import dev.latchkey.signin.Destination;
import dev.latchkey.signin.SignInPaths;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Takes a recovery code in the place of the code step. It looks alike for everybody, so that whoever has only the password
 * learns nothing here: not even whether there are codes.
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
