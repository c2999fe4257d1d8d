/** The dialog for it. */
@NullMarked
package dev.latchkey.signin.stepup.ui;

import org.jspecify.annotations.NullMarked;
