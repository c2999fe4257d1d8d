/** Error pages and messages. */
@NullMarked
package dev.latchkey.ui.error;

import org.jspecify.annotations.NullMarked;
