/** The dialog for changing the password. */
@NullMarked
package dev.latchkey.signin.password.change.ui;

import org.jspecify.annotations.NullMarked;
