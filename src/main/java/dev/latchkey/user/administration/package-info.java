/** Administration of users: edit, disable, enable, remove. */
@NullMarked
package dev.latchkey.user.administration;

import org.jspecify.annotations.NullMarked;
