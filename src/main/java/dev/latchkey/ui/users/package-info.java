/** The page of users: put together from groups, invitations, factors and sessions. */
@NullMarked
package dev.latchkey.ui.users;

import org.jspecify.annotations.NullMarked;
