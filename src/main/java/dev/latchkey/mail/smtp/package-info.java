/** The connection to the mail server. */
@NullMarked
package dev.latchkey.mail.smtp;

import org.jspecify.annotations.NullMarked;
