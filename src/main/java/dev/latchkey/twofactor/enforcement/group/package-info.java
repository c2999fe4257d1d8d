/** Enforces two-factor authentication for chosen user groups, before it is enforced for everyone. */
@NullMarked
package dev.latchkey.twofactor.enforcement.group;

import org.jspecify.annotations.NullMarked;
