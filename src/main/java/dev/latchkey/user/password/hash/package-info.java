/** Hashes of passwords, a bounded number at a time. */
@NullMarked
package dev.latchkey.user.password.hash;

import org.jspecify.annotations.NullMarked;
