/** Passwords: what they must be, and how they are changed. */
@NullMarked
package dev.latchkey.user.password;

import org.jspecify.annotations.NullMarked;
