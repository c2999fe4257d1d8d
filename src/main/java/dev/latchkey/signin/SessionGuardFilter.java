package dev.latchkey.signin;

import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds every session against the database, with every request: one of an older epoch, of a user who may not sign in any
 * more, or left half signed in for too long, ends here, and its open pages with it; the permissions of any other are the
 * user's current ones, or none while a code is still owed.
 */
final class SessionGuardFilter extends OncePerRequestFilter {

    /** How long the code step waits for its code after the password. */
    static final Duration HALF_SIGNED_IN_LIFE = Duration.ofMinutes(5);

    /** Set on the request that found its session ended. */
    static final String SESSION_ENDED = SessionGuardFilter.class.getName() + ".ended";

    private final SecurityContextHolderStrategy securityContext;
    private final SecurityContextRepository repository;
    private final SecurityContextLogoutHandler sessionEnd = new SecurityContextLogoutHandler();
    private final UserService users;
    private final SignInRequirement requirement;
    private final Clock clock;

    SessionGuardFilter(
            SecurityContextHolderStrategy securityContext,
            SecurityContextRepository repository,
            UserService users,
            SignInRequirement requirement,
            Clock clock) {
        this.securityContext = securityContext;
        this.repository = repository;
        this.users = users;
        this.requirement = requirement;
        this.clock = clock;
        sessionEnd.setSecurityContextHolderStrategy(securityContext);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = securityContext.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInUser user) {
            var complete = requirement.isComplete(authentication);
            if (isCurrent(user) && (complete || isFresh(authentication))) {
                refreshPermissions(authentication, user, complete, request, response);
            } else {
                sessionEnd.logout(request, response, authentication);
                request.setAttribute(SESSION_ENDED, true);
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isCurrent(SignedInUser user) {
        return users.find(user.getUserId())
                .filter(User::isActive)
                .filter(current -> current.sessionEpoch() == user.getSessionEpoch())
                .isPresent();
    }

    private boolean isFresh(Authentication authentication) {
        return Factors.passedAt(authentication, Factors.PASSWORD)
                .filter(at -> clock.instant().isBefore(at.plus(HALF_SIGNED_IN_LIFE)))
                .isPresent();
    }

    private void refreshPermissions(
            Authentication authentication,
            SignedInUser user,
            boolean complete,
            HttpServletRequest request,
            HttpServletResponse response) {
        var current = new HashSet<GrantedAuthority>(authentication.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .collect(Collectors.toSet()));
        if (complete) {
            users.permissionsOf(user.getUserId())
                    .forEach(permission -> current.add(new SimpleGrantedAuthority(permission.name())));
        }
        if (!current.equals(new HashSet<>(authentication.getAuthorities()))) {
            var context = securityContext.createEmptyContext();
            context.setAuthentication(authentication.toBuilder()
                    .authorities(authorities -> {
                        authorities.clear();
                        authorities.addAll(current);
                    })
                    .build());
            securityContext.setContext(context);
            repository.saveContext(context, request, response);
        }
    }
}
