/** Components and texts that the views of several features share. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.latchkey.component;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
