package dev.latchkey.signin.completion;

import dev.latchkey.signin.SignedInUser;
import dev.latchkey.signin.navigation.SessionRouting;
import dev.latchkey.signin.session.SessionRegistry;
import dev.latchkey.user.UserService;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Objects;
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
 * Checks every session against the database with every request: one with an older epoch, of a user who may no longer sign in, half
 * signed in for too long, ended from elsewhere, unused for too long, or too old, ends here, together with its open pages; all
 * others get the user's current address and permissions, or no permissions while a code is missing.
 */
public final class SessionGuardFilter extends OncePerRequestFilter {

    private static final String SESSION_ENDED = SessionGuardFilter.class.getName() + ".ended";

    private final SecurityContextHolderStrategy securityContext;
    private final SecurityContextRepository repository;
    private final SecurityContextLogoutHandler sessionEnd = new SecurityContextLogoutHandler();
    private final UserService users;
    private final SignInRequirement requirement;
    private final SessionRegistry registry;
    private final SignInCompletion completion;
    private final SessionRouting routing;

    /** Checks the registry for every request of a session. */
    public SessionGuardFilter(
            SecurityContextHolderStrategy securityContext,
            SecurityContextRepository repository,
            UserService users,
            SignInRequirement requirement,
            SessionRegistry registry,
            SignInCompletion completion,
            SessionRouting routing) {
        this.securityContext = securityContext;
        this.repository = repository;
        this.users = users;
        this.requirement = requirement;
        this.registry = registry;
        this.completion = completion;
        this.routing = routing;
        sessionEnd.setSecurityContextHolderStrategy(securityContext);
    }

    /** Whether the session of the request has ended, here or before. */
    static boolean foundSessionEnded(HttpServletRequest request) {
        return request.getAttribute(SESSION_ENDED) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = securityContext.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedInUser user) {
            var email = registry.addressIfHeld(request, user);
            if (email.isPresent()) {
                var current = user.getUsername().equals(email.get())
                        ? authentication
                        : under(user.at(email.get()), authentication, request, response);
                refreshPermissions(completed(current, request, response), request, response);
            } else {
                sessionEnd.logout(request, response, authentication);
            }
        }
        // Here, by inactivity or by a restart
        if (request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid()) {
            request.setAttribute(SESSION_ENDED, true);
            routing.checkLost(request, response);
        }
        chain.doFilter(request, response);
    }

    /** Without a separate step, if nothing more is required by now. */
    private Authentication completed(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        var user = (SignedInUser) Objects.requireNonNull(authentication.getPrincipal());
        return user.isComplete() || !requirement.isMetBy(authentication)
                ? authentication
                : completion.complete(request, response, authentication);
    }

    private void refreshPermissions(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        var user = (SignedInUser) Objects.requireNonNull(authentication.getPrincipal());
        var current = new HashSet<GrantedAuthority>(authentication.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .collect(Collectors.toSet()));
        if (user.isComplete()) {
            users.permissionsOf(user.getUserId())
                    .forEach(permission -> current.add(new SimpleGrantedAuthority(permission.name())));
        }
        if (!current.equals(new HashSet<>(authentication.getAuthorities()))) {
            store(
                    authentication.toBuilder()
                            .authorities(authorities -> {
                                authorities.clear();
                                authorities.addAll(current);
                            })
                            .build(),
                    request,
                    response);
        }
    }

    /** Their address has changed since the session began: what the session records from now on names the current one. */
    private Authentication under(
            SignedInUser user,
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response) {
        return store(authentication.toBuilder().principal(user).build(), request, response);
    }

    private Authentication store(
            Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
        var context = securityContext.createEmptyContext();
        context.setAuthentication(authentication);
        securityContext.setContext(context);
        repository.saveContext(context, request, response);
        return authentication;
    }
}
