package dev.latchkey.user.access;

import dev.latchkey.user.group.Reach;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Like {@link SteppedUpActor}, for an action on a user: the caller needs every permission of the user in the method's parameter
 * {@code userId}, and gets an error otherwise.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAuthority('{value}') and authentication.principal.userId == #actorId" + " and @" + RecentFactor.BEAN
        + ".isProven(authentication, #actorId) and @" + Reach.BEAN + ".isOver(authentication, #userId) and @"
        + RecentFactor.BEAN + ".isProvenBy(authentication, #actorId)")
public @interface SteppedUpOver {

    /** The required permission. */
    Permission value();
}
