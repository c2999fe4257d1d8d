package dev.latchkey.signin.code;

import dev.latchkey.signin.Factors;
import dev.latchkey.signin.SignedInUser;
import dev.latchkey.signin.session.SessionRegistry;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.RecentFactor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.ArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.SecurityContextRepository;

/** Begins sessions as a completed sign-in does, without the sign-in. */
@TestComponent
public final class TestSessions {

    private final SecurityContextHolderStrategy securityContext;
    private final SecurityContextRepository repository;
    private final SessionRegistry registry;
    private final RecentFactor recentFactor;
    private final UserService users;

    TestSessions(
            SecurityContextHolderStrategy securityContext,
            SecurityContextRepository repository,
            SessionRegistry registry,
            RecentFactor recentFactor,
            UserService users) {
        this.securityContext = securityContext;
        this.repository = repository;
        this.registry = registry;
        this.recentFactor = recentFactor;
        this.users = users;
    }

    /** Makes the request's session one of that user, who has passed every factor that they have at that time. */
    public void begin(HttpServletRequest request, HttpServletResponse response, long userId, Instant at) {
        var user = new SignedInUser(users.find(userId).orElseThrow(), at).completed();
        var authorities = new ArrayList<GrantedAuthority>();
        authorities.add(Factors.passed(Factors.PASSWORD, at));
        if (recentFactor.isCodeFor(userId)) {
            authorities.add(Factors.passed(Factors.TOTP, at));
        }
        users.permissionsOf(userId)
                .forEach(permission -> authorities.add(new SimpleGrantedAuthority(permission.name())));
        registry.enter(request, user);
        var context = securityContext.createEmptyContext();
        context.setAuthentication(TotpAuthenticationToken.authenticated(user, authorities));
        securityContext.setContext(context);
        repository.saveContext(context, request, response);
    }
}
