package dev.latchkey.user.access;

import dev.latchkey.user.group.Reach;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Like {@link PermittedTo}, for the check before an action: the caller needs every permission of the user in the method's parameter
 * {@code userId}, and gets an error otherwise, before anything else is asked. The action itself uses {@link SteppedUpOver}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAuthority('{value}') and @" + Reach.BEAN + ".isOver(authentication, #userId)")
public @interface PermittedOver {

    /** The required permission. */
    Permission value();
}
