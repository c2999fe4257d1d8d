/** Puts the sign-in together from its parts. */
@NullMarked
package dev.latchkey.signin.configuration;

import org.jspecify.annotations.NullMarked;
