/** Guessed passwords: waits, notices to the owner, and the link that ends a lock. */
@NullMarked
package dev.latchkey.user.lockout;

import org.jspecify.annotations.NullMarked;
