/** The keyset outside the database, and encryption and seals with it. */
@NullMarked
package dev.latchkey.twofactor.keyset;

import org.jspecify.annotations.NullMarked;
