/** The audit trail: who did what to whom, and when. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package dev.latchkey.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
