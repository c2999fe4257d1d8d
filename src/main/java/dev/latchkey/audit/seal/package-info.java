/** The seal over the audit trail: entries are sealed as they are written, and verified by a command. */
@NullMarked
package dev.latchkey.audit.seal;

import org.jspecify.annotations.NullMarked;
