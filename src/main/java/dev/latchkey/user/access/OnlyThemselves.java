package dev.latchkey.user.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Lets a user call a method for themselves alone: the method's parameter {@code userId} must be their own. It begins with
 * {@code isAuthenticated()} because that, and no comparison of ids, asks for the factors of the sign-in.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("isAuthenticated() and authentication.principal.userId == #userId")
public @interface OnlyThemselves {}
