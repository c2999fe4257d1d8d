/** Reminds users by email to set up two-factor authentication. */
@NullMarked
package dev.latchkey.twofactor.reminder;

import org.jspecify.annotations.NullMarked;
