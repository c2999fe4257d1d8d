/** The dialog for invitations. */
@NullMarked
package dev.latchkey.user.invitation.ui;

import org.jspecify.annotations.NullMarked;
