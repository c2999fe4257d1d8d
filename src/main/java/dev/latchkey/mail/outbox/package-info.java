/** The outbox: messages are claimed, sent and kept for a while. */
@NullMarked
package dev.latchkey.mail.outbox;

import org.jspecify.annotations.NullMarked;
