/** Confirms in an open session that it is still the user (step-up). */
@NullMarked
package dev.latchkey.signin.stepup;

import org.jspecify.annotations.NullMarked;
