/** The enrolment: a user's personal switch and their secret, changed by guarded statements alone. Nobody outside {@code twofactor} sees it. */
@NullMarked
package dev.latchkey.twofactor.enrolment.store;

import org.jspecify.annotations.NullMarked;
