/** The keyset outside the database, and what is encrypted and sealed with it. */
@NullMarked
package dev.latchkey.twofactor.keyset;

import org.jspecify.annotations.NullMarked;
