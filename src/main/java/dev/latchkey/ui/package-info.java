/** The frame around the views, and the pages put together from several features. */
@ApplicationModule(
        allowedDependencies = {
            "signin",
            "signin :: ui",
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
package dev.latchkey.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
