/** Set-up of the account by the first administrator. */
@NullMarked
package dev.latchkey.user.setup;

import org.jspecify.annotations.NullMarked;
