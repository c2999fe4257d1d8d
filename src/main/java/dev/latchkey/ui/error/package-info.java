/** What is shown when something went wrong. */
@NullMarked
package dev.latchkey.ui.error;

import org.jspecify.annotations.NullMarked;
