/** Shows in the list of users what became of the latest mail to each. */
@NullMarked
package dev.latchkey.ui.users.delivery;

import org.jspecify.annotations.NullMarked;
