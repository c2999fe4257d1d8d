/** Recovery codes. */
@NullMarked
package dev.latchkey.twofactor.recovery;

import org.jspecify.annotations.NullMarked;
