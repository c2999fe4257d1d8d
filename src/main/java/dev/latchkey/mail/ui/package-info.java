/** Says what became of a mail. */
@NullMarked
package dev.latchkey.mail.ui;

import org.jspecify.annotations.NullMarked;
