/** User groups: their members, their permissions, and how far these reach. */
@NullMarked
package dev.latchkey.user.group;

import org.jspecify.annotations.NullMarked;
