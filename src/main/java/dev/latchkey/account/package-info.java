/** The organisation: its name, its rules for passwords and domains, how secrets are delivered, and whether a second factor is enforced. */
@ApplicationModule(allowedDependencies = {"common"})
@NullMarked
package dev.latchkey.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
