/** The page on which administrators import users. */
@NullMarked
package dev.latchkey.twofactor.transfer.ui;

import org.jspecify.annotations.NullMarked;
