/** Browsers that have logged in before, which strangers cannot lock out. */
@NullMarked
package dev.latchkey.user.browser;

import org.jspecify.annotations.NullMarked;
