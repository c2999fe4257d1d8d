/** Sign-in: a password step and a code step, as two factors of Spring Security. */
@ApplicationModule(
        allowedDependencies = {
            "twofactor",
            "twofactor :: api",
            "twofactor :: ui",
            "user",
            "user :: access",
            "user :: api",
            "user :: ui",
            "account",
            "account :: api",
            "audit",
            "mail",
            "common",
            "component"
        })
@NullMarked
package dev.latchkey.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
