/** Turns what a composer says into a mail of text and HTML. */
@NullMarked
package dev.latchkey.mail.rendering;

import org.jspecify.annotations.NullMarked;
