package dev.latchkey.signin;

import dev.latchkey.user.EmailAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** One answer to every refused password step; what there is to tell waits for the page. */
final class PasswordRefusedHandler implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        var email = Optional.ofNullable(request.getParameter("username"))
                .flatMap(EmailAddress::parse)
                .map(EmailAddress::value);
        LastRefusal.remember(request, PasswordRefusal.of(failure, email.orElse(null)));
        LocalRedirect.send(request, response, SignInPaths.LOGIN + "?error");
    }
}
