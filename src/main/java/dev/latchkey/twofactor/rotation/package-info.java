/** Changes the key that encrypts secrets while the application runs, on any number of nodes, and re-encrypts them. */
@NullMarked
package dev.latchkey.twofactor.rotation;

import org.jspecify.annotations.NullMarked;
