/** The pages of the links that make and cancel a change of address. */
@NullMarked
package dev.latchkey.signin.page.address;

import org.jspecify.annotations.NullMarked;
