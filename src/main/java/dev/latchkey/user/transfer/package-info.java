/** Users who are created by an import. */
@NullMarked
package dev.latchkey.user.transfer;

import org.jspecify.annotations.NullMarked;
