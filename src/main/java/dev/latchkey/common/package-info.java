/** Shared by all features, without any user interface: refusals, retries, versions. */
@ApplicationModule(
        allowedDependencies = {},
        type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.latchkey.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
