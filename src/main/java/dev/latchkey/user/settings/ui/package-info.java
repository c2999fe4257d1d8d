/** The forms for these settings. */
@NullMarked
package dev.latchkey.user.settings.ui;

import org.jspecify.annotations.NullMarked;
