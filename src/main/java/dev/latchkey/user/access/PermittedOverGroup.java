package dev.latchkey.user.access;

import dev.latchkey.user.group.Reach;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * As {@link PermittedTo}, for what comes before a action: the caller has every permission that the group of the method's
 * parameter {@code groupId} gives, and is told so where not, before anything else is asked. The action itself is
 * {@link SteppedUpOverGroup}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAuthority('{value}') and @" + Reach.BEAN + ".isOverGroup(authentication, #groupId)")
public @interface PermittedOverGroup {

    /** The permission that it takes. */
    Permission value();
}
