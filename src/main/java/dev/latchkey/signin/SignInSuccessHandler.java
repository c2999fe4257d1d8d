package dev.latchkey.signin;

import dev.latchkey.component.Language;
import dev.latchkey.twofactor.RecoveryCodes;
import dev.latchkey.twofactor.SignInSecrets;
import dev.latchkey.user.UserService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * After either step: on to the code step where a code is owed, else to the page that was asked for first, or to what comes before
 * that.
 */
@Component
class SignInSuccessHandler implements AuthenticationSuccessHandler {

    private final SignInRequirement requirement;
    private final SignInSecrets secrets;
    private final RecoveryCodes recoveryCodes;
    private final LocalRequestCache requestCache;
    private final UserService users;
    private final SignInCompletion completion;

    SignInSuccessHandler(
            SignInRequirement requirement,
            SignInSecrets secrets,
            RecoveryCodes recoveryCodes,
            LocalRequestCache requestCache,
            UserService users,
            SignInCompletion completion) {
        this.requirement = requirement;
        this.secrets = secrets;
        this.recoveryCodes = recoveryCodes;
        this.requestCache = requestCache;
        this.users = users;
        this.completion = completion;
    }

    @Override
    @Transactional
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        var user = (SignedInUser) authentication.getPrincipal();
        if (!requirement.isComplete(authentication)) {
            users.recordFirstLanguage(
                    user.getUserId(), Language.askedFor(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
            secrets.ensureAfterPassword(user.getUserId());
            LocalRedirect.send(request, response, SignInPaths.CHALLENGE);
            return;
        }
        var wanted = complete(request, response, authentication);
        LocalRedirect.send(
                request,
                response,
                isOwedRecoveryCodes(authentication)
                        ? new Detour(Detour.Reason.FIRST_RECOVERY_CODES, wanted).begin(request)
                        : wanted);
    }

    /** After a recovery code, which there is only after the password: by way of the profile, where an app can be set up again. */
    @Transactional
    public void onRecoveryCode(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        var wanted = complete(request, response, authentication);
        LocalRedirect.send(request, response, new Detour(Detour.Reason.RECOVERY_CODE_USED, wanted).begin(request));
    }

    private String complete(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        completion.note(request, authentication);
        var saved = requestCache.getRequest(request, response);
        requestCache.removeRequest(request, response);
        return localPath(saved);
    }

    /** Only with a code given just now, for without one they would not be shown. */
    private boolean isOwedRecoveryCodes(Authentication authentication) {
        return Factors.passedAt(authentication, Factors.TOTP).isPresent()
                && recoveryCodes.areOwedTo(((SignedInUser) authentication.getPrincipal()).getUserId());
    }

    /** Path and query alone: host and scheme of a saved request are the client's word. */
    private static String localPath(@Nullable SavedRequest saved) {
        if (saved == null) {
            return SignInPaths.HOME;
        }
        var uri = URI.create(saved.getRedirectUrl());
        var path = uri.getRawPath();
        if (path == null || !path.startsWith("/") || path.startsWith("//") || path.startsWith("/\\")) {
            return SignInPaths.HOME;
        }
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }
}
