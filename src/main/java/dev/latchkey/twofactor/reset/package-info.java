/** Resets by an administrator or the owner of the server, which give a user a new secret. */
@NullMarked
package dev.latchkey.twofactor.reset;

import org.jspecify.annotations.NullMarked;
