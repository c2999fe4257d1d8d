/** The page of one user, with everything that administrators know about them. */
@NullMarked
package dev.latchkey.ui.user;

import org.jspecify.annotations.NullMarked;
