/** One action on many users, done in the background. */
@NullMarked
package dev.latchkey.twofactor.bulk;

import org.jspecify.annotations.NullMarked;
