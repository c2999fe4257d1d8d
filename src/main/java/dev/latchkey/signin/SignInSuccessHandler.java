package dev.latchkey.signin;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.twofactor.SignInSecrets;
import dev.latchkey.user.UserService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** After either step: on to the code step where a code is owed, else to the page that was asked for first. */
@Component
class SignInSuccessHandler implements AuthenticationSuccessHandler {

    private static final String HOME = "/";

    private final SignInRequirement requirement;
    private final SignInSecrets secrets;
    private final LocalRequestCache requestCache;
    private final UserService users;
    private final AuditTrail auditTrail;

    SignInSuccessHandler(
            SignInRequirement requirement,
            SignInSecrets secrets,
            LocalRequestCache requestCache,
            UserService users,
            AuditTrail auditTrail) {
        this.requirement = requirement;
        this.secrets = secrets;
        this.requestCache = requestCache;
        this.users = users;
        this.auditTrail = auditTrail;
    }

    @Override
    @Transactional
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        if (!requirement.isComplete(authentication)) {
            secrets.ensureAfterPassword(((SignedInUser) authentication.getPrincipal()).getUserId());
            LocalRedirect.send(request, response, SignInPaths.CHALLENGE);
            return;
        }
        var user = (SignedInUser) authentication.getPrincipal();
        users.recordSignIn(user.getUserId());
        auditTrail.record(AuditAction.SIGNED_IN, user.getUserId(), user.getUserId(), user.getUsername());
        var saved = requestCache.getRequest(request, response);
        requestCache.removeRequest(request, response);
        LocalRedirect.send(request, response, localPath(saved));
    }

    /** Path and query alone: host and scheme of a saved request are the client's word. */
    private static String localPath(@Nullable SavedRequest saved) {
        if (saved == null) {
            return HOME;
        }
        var uri = URI.create(saved.getRedirectUrl());
        var path = uri.getRawPath();
        if (path == null || !path.startsWith("/") || path.startsWith("//") || path.startsWith("/\\")) {
            return HOME;
        }
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
