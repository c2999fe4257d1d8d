/** The Authentication Settings page. */
@NullMarked
package dev.latchkey.twofactor.enforcement.ui;

import org.jspecify.annotations.NullMarked;
