/** Browsers that have logged in before, which attackers cannot lock out. */
@NullMarked
package dev.latchkey.user.browser;

import org.jspecify.annotations.NullMarked;
