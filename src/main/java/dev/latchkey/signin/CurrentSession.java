package dev.latchkey.signin;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import dev.latchkey.user.Permission;
import java.time.Clock;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** The session of the person at the browser, as the views see it. */
@Component
public class CurrentSession {

    private final SecurityContextRepository repository;
    private final SignInRequirement requirement;
    private final Clock clock;

    CurrentSession(SecurityContextRepository repository, SignInRequirement requirement, Clock clock) {
        this.repository = repository;
        this.requirement = requirement;
        this.clock = clock;
    }

    /**
     * Whose session it is.
     *
     * @throws NullPointerException or {@link ClassCastException} on a page that strangers see
     */
    public SignedInUser user() {
        return (SignedInUser) authentication().getPrincipal();
    }

    /** Whether the user's groups permit it; for what to show, while services decide by themselves. */
    public boolean may(Permission permission) {
        return authentication().getAuthorities().stream()
                .anyMatch(authority -> permission.name().equals(authority.getAuthority()));
    }

    /** Whether nothing is left to ask of the sign-in. */
    public boolean isComplete() {
        return requirement.isComplete(authentication());
    }

    /** Goes on under the new epoch although every other session of the user ends, a code having just been spent in it. */
    public void continueWithCodeUnder(long sessionEpoch) {
        var totp = Factors.passed(Factors.TOTP, clock.instant());
        store(builder(sessionEpoch)
                .authorities(authorities -> {
                    authorities.removeIf(authority -> Factors.TOTP.equals(authority.getAuthority()));
                    authorities.add(totp);
                })
                .build());
    }

    private Authentication.Builder<?> builder(long sessionEpoch) {
        return authentication().toBuilder().principal(user().under(sessionEpoch));
    }

    private static Authentication authentication() {
        return Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
    }

    private void store(Authentication authentication) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        repository.saveContext(
                context,
                VaadinServletRequest.getCurrent().getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse());
    }
}
