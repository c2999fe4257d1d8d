/** User groups: their members, their permissions, and whom these permissions cover. */
@NullMarked
package dev.latchkey.user.group;

import org.jspecify.annotations.NullMarked;
