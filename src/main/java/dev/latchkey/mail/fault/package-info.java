/** Why the mail server does not take mail, and what an operator can do about it. */
@NullMarked
package dev.latchkey.mail.fault;

import org.jspecify.annotations.NullMarked;
