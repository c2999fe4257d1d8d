/** Setting up the account, and signing up. */
@NullMarked
package dev.latchkey.signin.page.signup;

import org.jspecify.annotations.NullMarked;
