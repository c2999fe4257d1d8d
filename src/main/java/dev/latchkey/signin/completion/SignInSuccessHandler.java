package dev.latchkey.signin.completion;

import dev.latchkey.signin.Factors;
import dev.latchkey.signin.SignedInUser;
import dev.latchkey.signin.navigation.Destination;
import dev.latchkey.signin.navigation.LocalRedirect;
import dev.latchkey.signin.navigation.PageLanguage;
import dev.latchkey.signin.navigation.PostSignInRedirect;
import dev.latchkey.signin.navigation.SessionRouting;
import dev.latchkey.signin.navigation.SignInPaths;
import dev.latchkey.twofactor.challenge.SignInSecrets;
import dev.latchkey.twofactor.recovery.RecoveryCodes;
import dev.latchkey.user.UserService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** After either step: redirects to the code step if a code is required, otherwise to the requested page, or to what comes before that. */
@Component
public class SignInSuccessHandler implements AuthenticationSuccessHandler {

    private final SignInRequirement requirement;
    private final SignInSecrets secrets;
    private final RecoveryCodes recoveryCodes;
    private final UserService users;
    private final PageLanguage languages;
    private final SignInCompletion completion;
    private final SessionRouting routing;

    SignInSuccessHandler(
            SignInRequirement requirement,
            SignInSecrets secrets,
            RecoveryCodes recoveryCodes,
            UserService users,
            PageLanguage languages,
            SignInCompletion completion,
            SessionRouting routing) {
        this.requirement = requirement;
        this.secrets = secrets;
        this.recoveryCodes = recoveryCodes;
        this.users = users;
        this.languages = languages;
        this.completion = completion;
        this.routing = routing;
    }

    @Override
    @Transactional
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        var userId = ((SignedInUser) authentication.getPrincipal()).getUserId();
        var destination = Destination.in(request);
        routing.begin(request, response);
        if (requirement.isMetBy(authentication)) {
            completion.complete(request, response, authentication);
            LocalRedirect.send(request, response, next(request, authentication, userId, destination));
        } else {
            users.recordFirstLanguage(userId, languages.browserOf(request));
            secrets.ensureAfterPassword(userId);
            LocalRedirect.send(request, response, destination.after(SignInPaths.CHALLENGE));
        }
    }

    /** After a recovery code, which always follows the password: redirects through the profile, where an app can be set up again. */
    @Transactional
    public void onRecoveryCode(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        completion.complete(request, response, authentication);
        var redirect = new PostSignInRedirect(
                PostSignInRedirect.Reason.RECOVERY_CODE_USED,
                Destination.in(request).path());
        LocalRedirect.send(request, response, redirect.begin(request));
    }

    /** Recovery codes only after a code that was just given, because they are not shown without one. */
    private String next(
            HttpServletRequest request, Authentication authentication, long userId, Destination destination) {
        return Factors.passedAt(authentication, Factors.TOTP).isPresent() && recoveryCodes.areOwedTo(userId)
                ? new PostSignInRedirect(PostSignInRedirect.Reason.FIRST_RECOVERY_CODES, destination.path())
                        .begin(request)
                : destination.path();
    }
}
