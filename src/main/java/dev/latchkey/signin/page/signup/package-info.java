/** Set-up of the account, and sign-up. */
@NullMarked
package dev.latchkey.signin.page.signup;

import org.jspecify.annotations.NullMarked;
