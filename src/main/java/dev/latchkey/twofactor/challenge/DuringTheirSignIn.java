package dev.latchkey.twofactor.challenge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * Allows users to call a method only for themselves, even if their code is still missing: the method's parameter {@code userId}
 * must be their own id. Only for the code step.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize(DuringTheirSignIn.RULE)
@interface DuringTheirSignIn {

    String RULE = "permitAll() and !(authentication.principal instanceof T(String))"
            + " and authentication.principal.userId == #userId";
}
