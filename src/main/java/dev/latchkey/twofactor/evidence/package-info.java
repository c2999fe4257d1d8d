/** Evidence: the state of every user at the end of each past day, also of users who are gone. */
@NullMarked
package dev.latchkey.twofactor.evidence;

import org.jspecify.annotations.NullMarked;
