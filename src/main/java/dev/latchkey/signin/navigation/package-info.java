/** Paths of the sign-in, its redirects, and what pages store in the browser. */
@NullMarked
package dev.latchkey.signin.navigation;

import org.jspecify.annotations.NullMarked;
