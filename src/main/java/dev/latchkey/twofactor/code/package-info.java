/** Attempts at codes: counting before the check, lock-out, unlocking. */
@NullMarked
package dev.latchkey.twofactor.code;

import org.jspecify.annotations.NullMarked;
