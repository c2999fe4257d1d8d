/** Sign-in: a password step and a code step, as two factors of Spring Security. */
@ApplicationModule(
        allowedDependencies = {
            "twofactor",
            "twofactor :: ui",
            "user",
            "user :: ui",
            "account",
            "audit",
            "mail",
            "component"
        })
@NullMarked
package dev.latchkey.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
