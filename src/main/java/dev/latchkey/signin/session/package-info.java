/** Sessions: registered, listed, ended. */
@NullMarked
package dev.latchkey.signin.session;

import org.jspecify.annotations.NullMarked;
