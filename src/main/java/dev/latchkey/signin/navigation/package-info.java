/** Paths of the sign-in, where it leads, and what a page keeps in the browser. */
@NullMarked
package dev.latchkey.signin.navigation;

import org.jspecify.annotations.NullMarked;
