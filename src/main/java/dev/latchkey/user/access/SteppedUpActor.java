package dev.latchkey.user.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * As {@link PermittedActor}, for a action that a thief of an open session must not do: the caller has proven their strongest
 * factor within {@link RecentFactor#VALIDITY}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAuthority('{value}') and authentication.principal.userId == #actorId" + " and @" + RecentFactor.BEAN
        + ".isProvenBy(authentication, #actorId)")
public @interface SteppedUpActor {

    /** The permission that it takes. */
    Permission value();
}
