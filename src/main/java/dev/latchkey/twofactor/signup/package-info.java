/** Signing up with a second factor. */
@NamedInterface("api")
@NullMarked
package dev.latchkey.twofactor.signup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
