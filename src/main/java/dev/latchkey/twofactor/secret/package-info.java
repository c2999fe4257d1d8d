/** Secrets that travel by email: issued, mailed, held back. */
@NullMarked
package dev.latchkey.twofactor.secret;

import org.jspecify.annotations.NullMarked;
