/** The code step, the recovery code and the first recovery codes. */
@NullMarked
package dev.latchkey.signin.page.code;

import org.jspecify.annotations.NullMarked;
