/** Operation of the application: the threads of jobs, and the log. */
@ApplicationModule(
        allowedDependencies = {
            "signin",
            "twofactor",
            "twofactor :: api",
            "user",
            "account",
            "audit",
            "audit :: api",
            "mail",
            "common"
        })
@NullMarked
package dev.latchkey.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
