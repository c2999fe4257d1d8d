package dev.latchkey.user.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** Like {@link PermittedToManage}, for an action: the method's parameter {@code actorId} must be the caller's own id. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAuthority('MANAGE_ACCOUNT') and authentication.principal.userId == #actorId"
        + " or hasAuthority('MANAGE_USERS_AND_GROUPS') and authentication.principal.userId == #actorId")
public @interface PermittedManager {}
