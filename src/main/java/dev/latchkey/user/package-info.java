/** Users, their groups and permissions, and the one-time links that make them. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "account :: api",
            "audit",
            "mail",
            "mail :: api",
            "mail :: ui",
            "common",
            "component"
        })
@NullMarked
package dev.latchkey.user;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
