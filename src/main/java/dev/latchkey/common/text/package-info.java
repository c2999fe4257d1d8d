/** Texts that people type and read: bounds, names, look-alikes, messages from the bundles. */
@NullMarked
package dev.latchkey.common.text;

import org.jspecify.annotations.NullMarked;
