/** Shows recovery codes and creates new ones. */
@NullMarked
package dev.latchkey.twofactor.recovery.ui;

import org.jspecify.annotations.NullMarked;
