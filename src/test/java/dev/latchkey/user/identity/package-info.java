/** Tests of the room of the same name. */
@NullMarked
package dev.latchkey.user.identity;

import org.jspecify.annotations.NullMarked;
