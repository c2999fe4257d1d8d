/** The dialog for it. */
@NullMarked
package dev.latchkey.signin.password.change.ui;

import org.jspecify.annotations.NullMarked;
