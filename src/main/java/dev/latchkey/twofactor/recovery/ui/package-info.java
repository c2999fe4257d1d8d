/** Shows recovery codes and makes new ones. */
@NullMarked
package dev.latchkey.twofactor.recovery.ui;

import org.jspecify.annotations.NullMarked;
