/** The frame around the views, and the pages that combine several features. */
@ApplicationModule(
        allowedDependencies = {
            "signin :: api",
            "signin :: ui",
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
            "mail :: api",
            "mail :: ui",
            "common",
            "component"
        })
@NullMarked
package dev.latchkey.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
