/** Secrets sent by email: issuing, mailing, holding. */
@NullMarked
package dev.latchkey.twofactor.secret;

import org.jspecify.annotations.NullMarked;
