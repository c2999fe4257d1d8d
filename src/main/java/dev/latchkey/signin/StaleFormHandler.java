package dev.latchkey.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** A form of the sign-in without the token of this session: most often a page that was left open. Begin again. */
final class StaleFormHandler implements AccessDeniedHandler {

    static RequestMatcher signInForms() {
        var paths = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(
                paths.matcher(HttpMethod.POST, SignInPaths.LOGIN),
                paths.matcher(HttpMethod.POST, SignInPaths.CHALLENGE),
                paths.matcher(HttpMethod.POST, SignInPaths.RECOVERY),
                paths.matcher(HttpMethod.POST, SignInPaths.LOGOUT));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied) {
        // Whoever sent the form is told by this answer, and need not be told by the next one
        request.removeAttribute(SessionGuardFilter.SESSION_ENDED);
        LocalRedirect.send(request, response, SignInPaths.SESSION_ENDED);
    }
}
