/** Turning two-factor authentication on and off, changing the app, and verifying a code. */
@NullMarked
package dev.latchkey.twofactor.enrolment;

import org.jspecify.annotations.NullMarked;
