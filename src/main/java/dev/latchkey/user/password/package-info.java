/** Passwords: their policy, and how they are changed. */
@NullMarked
package dev.latchkey.user.password;

import org.jspecify.annotations.NullMarked;
