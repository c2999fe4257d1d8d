package dev.latchkey.twofactor.bulk;

import dev.latchkey.user.User;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.RecentFactor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Acts for whoever placed an order, with the permissions that they have now: every guard of a service holds for each user. Their
 * factors count as recent, because placing the order required that. If they may no longer log in, their sessions have been
 * ended since, or the order is too old, nobody acts for them.
 */
@Component
class BulkActor {

    private final UserService users;

    BulkActor(UserService users) {
        this.users = users;
    }

    /** The actor of the order; empty if it is void. */
    Optional<Authentication> of(BulkOrder order, Instant now) {
        return Optional.of(order)
                .filter(placed -> !placed.isTooOld(now))
                .flatMap(placed -> users.find(placed.actorId()))
                .filter(User::isActive)
                .filter(actor -> actor.sessionEpoch() == order.sessionEpoch())
                .map(actor -> authentication(actor.id(), now));
    }

    private Authentication authentication(long actorId, Instant now) {
        var authorities = new ArrayList<GrantedAuthority>();
        authorities.add(factor(FactorGrantedAuthority.PASSWORD_AUTHORITY, now));
        authorities.add(factor(RecentFactor.CODE, now));
        users.permissionsOf(actorId)
                .forEach(permission -> authorities.add(new SimpleGrantedAuthority(permission.name())));
        return UsernamePasswordAuthenticationToken.authenticated(new Principal(actorId), null, authorities);
    }

    private static FactorGrantedAuthority factor(String name, Instant now) {
        return FactorGrantedAuthority.withAuthority(name).issuedAt(now).build();
    }

    /** What the guards ask of whoever acts. */
    public record Principal(long userId) {

        /** For the expressions of the guards, which read properties. */
        public long getUserId() {
            return userId;
        }
    }
}
