/** Shows users on the pages of every feature. */
@NullMarked
package dev.latchkey.user.ui;

import org.jspecify.annotations.NullMarked;
