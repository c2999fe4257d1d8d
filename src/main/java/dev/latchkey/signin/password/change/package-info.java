/** Changing your own password in an open session. */
@NullMarked
package dev.latchkey.signin.password.change;

import org.jspecify.annotations.NullMarked;
