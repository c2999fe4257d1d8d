/** The outbox: messages are claimed, sent and kept for some time. */
@NullMarked
package dev.latchkey.mail.outbox;

import org.jspecify.annotations.NullMarked;
