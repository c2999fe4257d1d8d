/** Checks before the server starts, and what they say. */
@NullMarked
package dev.latchkey.operation.start;

import org.jspecify.annotations.NullMarked;
