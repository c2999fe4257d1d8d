/** The dialog for the step-up. */
@NullMarked
package dev.latchkey.signin.stepup.ui;

import org.jspecify.annotations.NullMarked;
