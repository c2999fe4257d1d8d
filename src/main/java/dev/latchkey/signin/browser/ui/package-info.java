/** Lists known browsers. */
@NullMarked
package dev.latchkey.signin.browser.ui;

import org.jspecify.annotations.NullMarked;
