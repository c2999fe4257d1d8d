/** The seals of the audit trail: entries are sealed soon after they are written, and verified by a command. */
@NullMarked
package dev.latchkey.audit.seal;

import org.jspecify.annotations.NullMarked;
