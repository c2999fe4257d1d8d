/** The background work of imports: rows, invitations, taking back, forgetting. */
@NullMarked
package dev.latchkey.twofactor.transfer.run;

import org.jspecify.annotations.NullMarked;
