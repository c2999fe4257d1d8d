/** Finds users by name, state and group, with their state of two-factor authentication. */
@NullMarked
package dev.latchkey.twofactor.directory;

import org.jspecify.annotations.NullMarked;
