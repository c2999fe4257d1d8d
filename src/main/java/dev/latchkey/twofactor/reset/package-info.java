/** An administrator, or the owner of the server, gives a user a new secret. */
@NullMarked
package dev.latchkey.twofactor.reset;

import org.jspecify.annotations.NullMarked;
