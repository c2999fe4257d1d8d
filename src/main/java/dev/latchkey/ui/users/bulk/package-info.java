/** One action on many users: choosing them, confirming, progress and result. */
@NullMarked
package dev.latchkey.ui.users.bulk;

import org.jspecify.annotations.NullMarked;
