/** Tries the mail server: at the start, and when an administrator asks for a test mail. */
@NullMarked
package dev.latchkey.mail.trial;

import org.jspecify.annotations.NullMarked;
