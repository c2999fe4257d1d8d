/** The code step of a sign-in, including users whose app is not set up yet. */
@NamedInterface("api")
@NullMarked
package dev.latchkey.twofactor.challenge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
