package dev.latchkey.signin;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.component.Language;
import dev.latchkey.user.UserService;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.WebUtils;

/** Notes a sign-in from which nothing more is asked. */
@Component
class SignInCompletion {

    private final SessionRegister register;
    private final UserService users;
    private final AuditTrail auditTrail;

    SignInCompletion(SessionRegister register, UserService users, AuditTrail auditTrail) {
        this.register = register;
        this.users = users;
        this.auditTrail = auditTrail;
    }

    /** Enters the session of the request, once for all requests of it that come at the same time. */
    @Transactional
    public void note(HttpServletRequest request, Authentication authentication) {
        var user = (SignedInUser) authentication.getPrincipal();
        synchronized (WebUtils.getSessionMutex(request.getSession())) {
            if (SessionKey.of(request).isPresent()) {
                return;
            }
            register.enter(request, user);
        }
        users.recordSignIn(user.getUserId(), Language.askedFor(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        auditTrail.record(
                AuditAction.SIGNED_IN,
                user.getUserId(),
                user.getUserId(),
                user.getUsername(),
                Factors.namesIn(authentication));
    }
}
