/** The code step: an authentication code or a recovery code, each a factor of Spring Security. */
@NullMarked
package dev.latchkey.signin.code;

import org.jspecify.annotations.NullMarked;
