package dev.latchkey.signin.session;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import dev.latchkey.signin.Factors;
import dev.latchkey.signin.SignedInUser;
import dev.latchkey.user.access.CurrentUser;
import dev.latchkey.user.access.Permission;
import java.time.Clock;
import java.util.Objects;
import org.springframework.modulith.NamedInterface;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** The current user's session, for views. */
@Component
@NamedInterface("api")
public class CurrentSession implements CurrentUser {

    private final SecurityContextHolderStrategy securityContext;
    private final SecurityContextRepository repository;
    private final SessionRegistry registry;
    private final Clock clock;

    CurrentSession(
            SecurityContextHolderStrategy securityContext,
            SecurityContextRepository repository,
            SessionRegistry registry,
            Clock clock) {
        this.securityContext = securityContext;
        this.repository = repository;
        this.registry = registry;
        this.clock = clock;
    }

    /**
     * The user of the session.
     *
     * @throws NullPointerException or {@link ClassCastException} on a page shown without a login
     */
    public SignedInUser user() {
        return (SignedInUser) authentication().getPrincipal();
    }

    @Override
    public long id() {
        return user().getUserId();
    }

    /** Whether the user's groups give the permission; for deciding what to show, because services check it themselves. */
    public boolean may(Permission permission) {
        return authentication().getAuthorities().stream()
                .anyMatch(authority -> permission.name().equals(authority.getAuthority()));
    }

    /** Whether there is a user with a complete sign-in. */
    public boolean isComplete() {
        var current = securityContext.getContext().getAuthentication();
        return current != null && current.getPrincipal() instanceof SignedInUser user && user.isComplete();
    }

    /** Continues with the new epoch while every other session of the user ends, after a code was spent in it. */
    public void continueWithCodeUnder(long sessionEpoch) {
        continueAs(with(Factors.TOTP), sessionEpoch);
    }

    /** Continues with the new epoch while every other session of the user ends. */
    public void continueUnder(long sessionEpoch) {
        continueAs(authentication().toBuilder(), sessionEpoch);
    }

    /** Records that the factor has just been proven again. */
    public void prove(String factor) {
        store(with(factor).build());
    }

    private Authentication.Builder<?> with(String factor) {
        var passed = Factors.passed(factor, clock.instant());
        return authentication().toBuilder().authorities(authorities -> {
            authorities.removeIf(authority -> factor.equals(authority.getAuthority()));
            authorities.add(passed);
        });
    }

    /**
     * The authentication of the request.
     *
     * @throws NullPointerException without one
     */
    public Authentication authentication() {
        return Objects.requireNonNull(securityContext.getContext().getAuthentication());
    }

    private void continueAs(Authentication.Builder<?> builder, long sessionEpoch) {
        registry.continueUnder(VaadinServletRequest.getCurrent().getHttpServletRequest(), sessionEpoch);
        store(builder.principal(user().under(sessionEpoch)).build());
    }

    private void store(Authentication authentication) {
        var context = securityContext.createEmptyContext();
        context.setAuthentication(authentication);
        securityContext.setContext(context);
        repository.saveContext(
                context,
                VaadinServletRequest.getCurrent().getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse());
    }
}
