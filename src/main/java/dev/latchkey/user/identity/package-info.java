/** Who a user is: changes of their name and their email address, by themselves or by an administrator. */
@NullMarked
package dev.latchkey.user.identity;

import org.jspecify.annotations.NullMarked;
