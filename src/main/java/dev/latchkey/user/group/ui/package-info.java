/** The page of user groups and its dialogs. */
@NullMarked
package dev.latchkey.user.group.ui;

import org.jspecify.annotations.NullMarked;
