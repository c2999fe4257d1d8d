/** When a sign-in is complete, and what is accessible before. */
@NullMarked
package dev.latchkey.signin.completion;

import org.jspecify.annotations.NullMarked;
