package dev.latchkey.user.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Allows users to call a method only for themselves: the method's parameter {@code userId} must be their own id. It begins with
 * {@code isAuthenticated()} because that checks the factors of the sign-in, which a comparison of ids does not.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("isAuthenticated() and authentication.principal.userId == #userId")
public @interface OnlyThemselves {}
