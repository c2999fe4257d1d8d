/** The user's own page. */
@NullMarked
package dev.latchkey.ui.profile;

import org.jspecify.annotations.NullMarked;
