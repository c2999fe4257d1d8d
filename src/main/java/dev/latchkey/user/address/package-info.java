/** Pasted lists of email addresses. */
@NullMarked
package dev.latchkey.user.address;

import org.jspecify.annotations.NullMarked;
