/** The frame around the views. */
@NullMarked
package dev.latchkey.ui.frame;

import org.jspecify.annotations.NullMarked;
