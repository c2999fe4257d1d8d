/** The delivery of a mail: sent, waiting or failed, and why. */
@NullMarked
package dev.latchkey.mail.delivery;

import org.jspecify.annotations.NullMarked;
