/** What users could get in with when a backup was taken, which is worthless after its restore. */
@NullMarked
package dev.latchkey.user.restore;

import org.jspecify.annotations.NullMarked;
