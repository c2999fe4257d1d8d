/** The outbox and the messages that are sent through it. */
@ApplicationModule(allowedDependencies = {"common", "component"})
@NullMarked
package dev.latchkey.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
