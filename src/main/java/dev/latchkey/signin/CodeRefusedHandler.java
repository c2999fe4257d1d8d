package dev.latchkey.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads a refused code back to where it was typed; what there is to tell waits for the page. */
final class CodeRefusedHandler implements AuthenticationFailureHandler {

    private final String path;

    CodeRefusedHandler(String path) {
        this.path = path;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure) {
        if (failure instanceof CodeRefusedException refused) {
            LastRefusal.remember(request, refused.result());
        } else if (failure instanceof RecoveryCodeRefusedException refused) {
            LastRefusal.remember(request, refused.refusal());
        }
        LocalRedirect.send(request, response, path + "?error");
    }
}
