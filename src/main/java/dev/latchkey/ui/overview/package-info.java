/** The Overview page, where administrators start. */
@NullMarked
package dev.latchkey.ui.overview;

import org.jspecify.annotations.NullMarked;
