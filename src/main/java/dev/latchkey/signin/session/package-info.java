/** Sessions: registering, listing, ending. */
@NullMarked
package dev.latchkey.signin.session;

import org.jspecify.annotations.NullMarked;
