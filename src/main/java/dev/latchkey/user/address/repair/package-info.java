/** Stored addresses that are no longer valid email addresses, and the notices about them. */
@NullMarked
package dev.latchkey.user.address.repair;

import org.jspecify.annotations.NullMarked;
