/** Components and texts shared by the views of several features. */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"common"})
@NullMarked
package dev.latchkey.component;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
