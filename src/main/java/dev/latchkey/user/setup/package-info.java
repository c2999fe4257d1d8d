/** The first administrator sets the account up. */
@NullMarked
package dev.latchkey.user.setup;

import org.jspecify.annotations.NullMarked;
