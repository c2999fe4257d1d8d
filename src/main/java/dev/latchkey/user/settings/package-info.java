/** The account's rules for passwords and addresses. */
@NullMarked
package dev.latchkey.user.settings;

import org.jspecify.annotations.NullMarked;
