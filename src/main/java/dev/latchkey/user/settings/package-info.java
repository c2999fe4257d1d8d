/** What the account asks of passwords and of addresses. */
@NullMarked
package dev.latchkey.user.settings;

import org.jspecify.annotations.NullMarked;
