/** What the owner of the server runs after a backup was restored. */
@NullMarked
package dev.latchkey.twofactor.restore;

import org.jspecify.annotations.NullMarked;
