/** The dialog that invites. */
@NullMarked
package dev.latchkey.user.invitation.ui;

import org.jspecify.annotations.NullMarked;
