/** The organisation's name and logo as everybody sees them. */
@NullMarked
package dev.latchkey.account.branding;

import org.jspecify.annotations.NullMarked;
