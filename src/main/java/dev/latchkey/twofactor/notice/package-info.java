/** Notices to users about their own security. */
@NullMarked
package dev.latchkey.twofactor.notice;

import org.jspecify.annotations.NullMarked;
