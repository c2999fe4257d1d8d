package dev.latchkey.user.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** Like {@link PermittedTo}, for an action: the method's parameter {@code actorId} must be the caller's own id. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAuthority('{value}') and authentication.principal.userId == #actorId")
public @interface PermittedActor {

    /** The required permission. */
    Permission value();
}
