package dev.latchkey.user.access;

import dev.latchkey.user.group.Reach;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * As {@link SteppedUpActor}, for a action on a user: the caller has every permission that the user of the method's parameter
 * {@code userId} has, and is told so where not.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAuthority('{value}') and authentication.principal.userId == #actorId" + " and @" + RecentFactor.BEAN
        + ".isProvenBy(authentication, #actorId) and @" + Reach.BEAN + ".isOver(authentication, #userId)")
public @interface SteppedUpOver {

    /** The permission that it takes. */
    Permission value();
}
