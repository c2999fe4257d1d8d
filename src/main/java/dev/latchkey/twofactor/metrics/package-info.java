/** Counts codes, and how many users have a second factor. */
@NullMarked
package dev.latchkey.twofactor.metrics;

import org.jspecify.annotations.NullMarked;
