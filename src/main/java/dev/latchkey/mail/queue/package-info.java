/** How much mail waits, and for how long. */
@NullMarked
package dev.latchkey.mail.queue;

import org.jspecify.annotations.NullMarked;
