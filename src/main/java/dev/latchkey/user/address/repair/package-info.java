/** Stored addresses that are no email addresses any more, and what their owners are told. */
@NullMarked
package dev.latchkey.user.address.repair;

import org.jspecify.annotations.NullMarked;
