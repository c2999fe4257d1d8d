/** The cookie of a known browser. */
@NullMarked
package dev.latchkey.signin.browser;

import org.jspecify.annotations.NullMarked;
