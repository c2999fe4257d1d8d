/** Enforces two-factor authentication for everyone, and leaves it to each user again. */
@NullMarked
package dev.latchkey.twofactor.enforcement;

import org.jspecify.annotations.NullMarked;
