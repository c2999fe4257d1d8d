/** The dialogs for a user's name and email address. */
@NullMarked
package dev.latchkey.user.identity.ui;

import org.jspecify.annotations.NullMarked;
