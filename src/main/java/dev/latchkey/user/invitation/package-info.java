/** Invitations by email, and what becomes of them. */
@NullMarked
package dev.latchkey.user.invitation;

import org.jspecify.annotations.NullMarked;
