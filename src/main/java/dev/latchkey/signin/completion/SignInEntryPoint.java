package dev.latchkey.signin.completion;

import dev.latchkey.signin.navigation.Destination;
import dev.latchkey.signin.navigation.LocalRedirect;
import dev.latchkey.signin.navigation.SessionRouting;
import dev.latchkey.signin.navigation.SignInPaths;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Function;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Redirects requests without a factor to the step that grants it, with the requested page as the destination. */
public final class SignInEntryPoint implements AuthenticationEntryPoint {

    private final Function<HttpServletRequest, String> path;

    private SignInEntryPoint(Function<HttpServletRequest, String> path) {
        this.path = path;
    }

    /** Leads to the password step, with a message if a session has just ended. */
    public static SignInEntryPoint passwordStep() {
        return new SignInEntryPoint(request ->
                SessionGuardFilter.foundSessionEnded(request) ? SessionRouting.loginPath(request) : SignInPaths.LOGIN);
    }

    /** Leads to the code step. */
    public static SignInEntryPoint codeStep() {
        return new SignInEntryPoint(request -> SignInPaths.CHALLENGE);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) {
        LocalRedirect.send(request, response, Destination.askedForBy(request).after(path.apply(request)));
    }
}
