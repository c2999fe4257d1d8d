/** Components and texts that the views of several features share. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"common"})
@NullMarked
package dev.latchkey.component;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
