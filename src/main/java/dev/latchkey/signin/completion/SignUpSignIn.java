package dev.latchkey.signin.completion;

import dev.latchkey.signin.Factors;
import dev.latchkey.signin.SignedInUser;
import dev.latchkey.user.UserService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.session.SessionFixationProtectionStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Signs in a user who has just signed up: they have just chosen the password and, if it is enforced, given a code. */
@Component
public class SignUpSignIn {

    private final UserService users;
    private final SecurityContextHolderStrategy securityContext;
    private final SecurityContextRepository repository;
    private final SignInSuccessHandler successHandler;
    private final SessionFixationProtectionStrategy newSession = new SessionFixationProtectionStrategy();
    private final CsrfAuthenticationStrategy newToken;
    private final Clock clock;

    SignUpSignIn(
            UserService users,
            SecurityContextHolderStrategy securityContext,
            SecurityContextRepository repository,
            SignInSuccessHandler successHandler,
            CsrfTokenRepository csrfTokens,
            Clock clock) {
        this.users = users;
        this.securityContext = securityContext;
        this.repository = repository;
        this.successHandler = successHandler;
        this.newToken = new CsrfAuthenticationStrategy(csrfTokens);
        this.clock = clock;
        newSession.setMigrateSessionAttributes(false);
    }

    /** Begins the session of that user and redirects to the first page. */
    public void signIn(long userId, boolean codeGiven, HttpServletRequest request, HttpServletResponse response) {
        var user = new SignedInUser(users.find(userId).orElseThrow(), clock.instant());
        user.eraseCredentials();
        var factors = new ArrayList<GrantedAuthority>();
        factors.add(Factors.passed(Factors.PASSWORD, clock.instant()));
        if (codeGiven) {
            factors.add(Factors.passed(Factors.TOTP, clock.instant()));
        }
        var authentication = UsernamePasswordAuthenticationToken.authenticated(user, null, factors);
        newSession.onAuthentication(authentication, request, response);
        newToken.onAuthentication(authentication, request, response);
        var context = securityContext.createEmptyContext();
        context.setAuthentication(authentication);
        securityContext.setContext(context);
        repository.saveContext(context, request, response);
        successHandler.onAuthenticationSuccess(request, response, authentication);
    }
}
