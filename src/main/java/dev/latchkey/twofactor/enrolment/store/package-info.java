/** The enrolment: a user's personal switch and their secret, changed only by guarded statements. It is not visible outside {@code twofactor}. */
@NullMarked
package dev.latchkey.twofactor.enrolment.store;

import org.jspecify.annotations.NullMarked;
