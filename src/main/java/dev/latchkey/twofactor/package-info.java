/** The heart: enrolments, secrets and the codes made from them. */
@ApplicationModule(allowedDependencies = {"user", "user :: ui", "account", "audit", "mail", "component"})
@NullMarked
package dev.latchkey.twofactor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
