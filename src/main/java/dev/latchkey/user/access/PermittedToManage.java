package dev.latchkey.user.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/** Like {@link PermittedTo}, for callers who may manage the account, or users and groups: one of both is enough. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("hasAuthority('MANAGE_ACCOUNT') or hasAuthority('MANAGE_USERS_AND_GROUPS')")
public @interface PermittedToManage {}
