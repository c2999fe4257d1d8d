/** The field for a code, and what its refusals say. */
@NullMarked
package dev.latchkey.twofactor.code.ui;

import org.jspecify.annotations.NullMarked;
