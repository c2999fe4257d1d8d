/** The field for a code, and its error messages. */
@NullMarked
package dev.latchkey.twofactor.code.ui;

import org.jspecify.annotations.NullMarked;
