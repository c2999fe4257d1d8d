/** The field for a new password. */
@NullMarked
package dev.latchkey.user.password.ui;

import org.jspecify.annotations.NullMarked;
