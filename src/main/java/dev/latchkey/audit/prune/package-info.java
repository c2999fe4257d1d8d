/** Moves old entries of the audit trail to an archive, so that the rest can still be verified, and the archive too. */
@NullMarked
package dev.latchkey.audit.prune;

import org.jspecify.annotations.NullMarked;
