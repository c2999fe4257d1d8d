/** Attempts at codes: counted before they are looked at, locked out, unlocked. */
@NullMarked
package dev.latchkey.twofactor.code;

import org.jspecify.annotations.NullMarked;
