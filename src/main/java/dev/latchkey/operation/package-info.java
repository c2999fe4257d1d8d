/** What runs next to the use cases: the threads of jobs, the log, health, and how repositories read and write. */
@ApplicationModule(
        allowedDependencies = {
            "twofactor",
            "twofactor :: api",
            "user",
            "account",
            "audit",
            "audit :: api",
            "mail",
            "mail :: api",
            "common"
        })
@NullMarked
package dev.latchkey.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
