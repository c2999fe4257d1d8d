/** The page of Authentication Settings. */
@NullMarked
package dev.latchkey.twofactor.enforcement.ui;

import org.jspecify.annotations.NullMarked;
