/** How many users have set up two-factor authentication, now and before, and what an administrator has to do first. */
@NullMarked
package dev.latchkey.twofactor.coverage;

import org.jspecify.annotations.NullMarked;
