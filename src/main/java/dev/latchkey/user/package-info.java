/** Users, their groups and permissions, and one-time links. */
@ApplicationModule(allowedDependencies = {"account", "audit", "mail", "mail :: api", "common", "component"})
@NullMarked
package dev.latchkey.user;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
