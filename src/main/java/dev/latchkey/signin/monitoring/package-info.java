/** Counts logins, and writes the line of a failed one. */
@NullMarked
package dev.latchkey.signin.monitoring;

import org.jspecify.annotations.NullMarked;
