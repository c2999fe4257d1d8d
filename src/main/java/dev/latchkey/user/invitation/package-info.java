/** Invitations by email, and registration. */
@NullMarked
package dev.latchkey.user.invitation;

import org.jspecify.annotations.NullMarked;
