/** The pages of Access Management. */
@NullMarked
package dev.latchkey.ui.access;

import org.jspecify.annotations.NullMarked;
