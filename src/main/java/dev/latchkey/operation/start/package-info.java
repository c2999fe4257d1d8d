/** Checks before the server starts, and their messages. */
@NullMarked
package dev.latchkey.operation.start;

import org.jspecify.annotations.NullMarked;
