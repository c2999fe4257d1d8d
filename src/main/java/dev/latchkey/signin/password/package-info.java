/** The password step. */
@NullMarked
package dev.latchkey.signin.password;

import org.jspecify.annotations.NullMarked;
