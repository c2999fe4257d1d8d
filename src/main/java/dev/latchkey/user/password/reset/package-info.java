/** Forgotten passwords: the request, the mail, the new password and the hold on it. */
@NullMarked
package dev.latchkey.user.password.reset;

import org.jspecify.annotations.NullMarked;
