/** Two-factor authentication: enrolments, secrets and the codes generated from them. */
@ApplicationModule(
        allowedDependencies = {
            "user",
            "user :: access",
            "user :: api",
            "user :: ui",
            "account",
            "audit",
            "audit :: api",
            "mail",
            "mail :: api",
            "mail :: ui",
            "common",
            "component"
        })
@NullMarked
package dev.latchkey.twofactor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
