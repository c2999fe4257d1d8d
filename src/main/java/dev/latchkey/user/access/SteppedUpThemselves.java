package dev.latchkey.user.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Like {@link OnlyThemselves}, for an action that a thief of an open session must not perform: the user must have proven their
 * strongest factor within {@link RecentFactor#VALIDITY}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("isAuthenticated() and authentication.principal.userId == #userId" + " and @" + RecentFactor.BEAN
        + ".isProvenBy(authentication, #userId)")
public @interface SteppedUpThemselves {}
