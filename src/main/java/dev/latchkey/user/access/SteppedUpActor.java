package dev.latchkey.user.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Like {@link PermittedActor}, for an action that a thief of an open session must not perform: the caller must have proven their
 * strongest factor within {@link RecentFactor#VALIDITY}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAuthority('{value}') and authentication.principal.userId == #actorId" + " and @" + RecentFactor.BEAN
        + ".isProvenBy(authentication, #actorId)")
public @interface SteppedUpActor {

    /** The required permission. */
    Permission value();
}
