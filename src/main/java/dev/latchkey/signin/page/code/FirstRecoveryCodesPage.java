package dev.latchkey.signin.page.code;

import dev.latchkey.signin.navigation.Destination;
import dev.latchkey.signin.navigation.PostSignInRedirect;
import dev.latchkey.signin.navigation.SignInPaths;
import dev.latchkey.signin.session.CurrentSession;
import dev.latchkey.signin.stepup.StepUp;
import dev.latchkey.twofactor.recovery.RecoveryCodeSet;
import dev.latchkey.twofactor.recovery.RecoveryCodes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Shows the first recovery codes to a user who has just signed in with a code, before the requested page. The codes are created for
 * this display, to which the code step led; opening the page again shows where to create new ones.
 */
@Controller
class FirstRecoveryCodesPage {

    private final CurrentSession session;
    private final StepUp stepUp;
    private final RecoveryCodes codes;

    FirstRecoveryCodesPage(CurrentSession session, StepUp stepUp, RecoveryCodes codes) {
        this.session = session;
        this.stepUp = stepUp;
        this.codes = codes;
    }

    @GetMapping(SignInPaths.FIRST_RECOVERY_CODES)
    String show(Model model, HttpServletRequest request) {
        if (codes.statusOf(session.user().getUserId()).isEmpty()
                && !PostSignInRedirect.leadsToFirstRecoveryCodes(request)) {
            return "redirect:" + Destination.in(request).path();
        }
        firstSet(request).ifPresent(set -> model.addAttribute("set", set));
        return "page/recovery-codes";
    }

    private Optional<RecoveryCodeSet> firstSet(HttpServletRequest request) {
        var userId = session.user().getUserId();
        return PostSignInRedirect.endFirstRecoveryCodes(request) && !stepUp.isNeeded(userId)
                ? codes.firstSet(userId)
                : Optional.empty();
    }
}
