/** Forgotten and new passwords. */
@NullMarked
package dev.latchkey.signin.page.password;

import org.jspecify.annotations.NullMarked;
