/** The seal over the audit trail: a job seals the entries every minute, and a command verifies them. */
@NullMarked
package dev.latchkey.audit.seal;

import org.jspecify.annotations.NullMarked;
