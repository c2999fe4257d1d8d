/** The page of users, which combines groups, invitations, factors and sessions. */
@NullMarked
package dev.latchkey.ui.users;

import org.jspecify.annotations.NullMarked;
