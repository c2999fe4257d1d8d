/** Renders composed messages as text and HTML. */
@NullMarked
package dev.latchkey.mail.rendering;

import org.jspecify.annotations.NullMarked;
