/** The page of the audit trail. */
@NullMarked
package dev.latchkey.ui.audittrail;

import org.jspecify.annotations.NullMarked;
