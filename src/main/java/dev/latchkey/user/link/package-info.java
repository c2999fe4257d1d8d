/** One-time links. */
@NullMarked
package dev.latchkey.user.link;

import org.jspecify.annotations.NullMarked;
