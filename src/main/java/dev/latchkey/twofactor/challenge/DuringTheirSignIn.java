package dev.latchkey.twofactor.challenge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Lets a user call a method for themselves alone, even while they still owe a code: the method's parameter {@code userId}
 * must be their own. For the code step and nothing else.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize(DuringTheirSignIn.RULE)
@interface DuringTheirSignIn {

    String RULE = "permitAll() and !(authentication.principal instanceof T(String))"
            + " and authentication.principal.userId == #userId";
}
