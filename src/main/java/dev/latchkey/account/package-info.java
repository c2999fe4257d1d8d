/** The organisation: its name, and whether it enforces two-factor authentication. */
@ApplicationModule(allowedDependencies = {"audit", "mail", "common"})
@NullMarked
package dev.latchkey.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
