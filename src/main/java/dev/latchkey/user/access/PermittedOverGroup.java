package dev.latchkey.user.access;

import dev.latchkey.user.group.Reach;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Like {@link PermittedTo}, for the check before an action: the caller needs every permission that the group in the method's
 * parameter {@code groupId} gives, and gets an error otherwise, before anything else is asked. The action itself uses {@link
 * SteppedUpOverGroup}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAuthority('{value}') and @" + Reach.BEAN + ".isOverGroup(authentication, #groupId)")
public @interface PermittedOverGroup {

    /** The required permission. */
    Permission value();
}
