/** Import of users, with what they bring along from another server. */
@NullMarked
package dev.latchkey.twofactor.transfer;

import org.jspecify.annotations.NullMarked;
