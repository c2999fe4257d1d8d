/** Enforces two-factor authentication for everyone, and lifts the enforcement. */
@NullMarked
package dev.latchkey.twofactor.enforcement;

import org.jspecify.annotations.NullMarked;
