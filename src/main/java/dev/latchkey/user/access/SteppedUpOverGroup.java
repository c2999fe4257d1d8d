package dev.latchkey.user.access;

import dev.latchkey.user.group.Reach;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Like {@link SteppedUpActor}, for an action on a user group: the caller needs every permission that the group in the method's
 * parameter {@code groupId} gives, and gets an error otherwise.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAuthority('{value}') and authentication.principal.userId == #actorId" + " and @" + RecentFactor.BEAN
        + ".isProven(authentication, #actorId) and @" + Reach.BEAN + ".isOverGroup(authentication, #groupId) and @"
        + RecentFactor.BEAN + ".isProvenBy(authentication, #actorId)")
public @interface SteppedUpOverGroup {

    /** The required permission. */
    Permission value();
}
