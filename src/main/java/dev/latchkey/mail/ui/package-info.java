/** Shows the delivery of a mail. */
@NullMarked
package dev.latchkey.mail.ui;

import org.jspecify.annotations.NullMarked;
