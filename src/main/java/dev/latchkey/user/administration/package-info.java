/** What administrators do to a user (edit, disable, enable, remove), and the access that the owner of the server gives back. */
@NullMarked
package dev.latchkey.user.administration;

import org.jspecify.annotations.NullMarked;
