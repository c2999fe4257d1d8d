/** Configuration of the sign-in. */
@NullMarked
package dev.latchkey.signin.configuration;

import org.jspecify.annotations.NullMarked;
