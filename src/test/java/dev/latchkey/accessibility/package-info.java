/** Every screen, by the eyes of axe-core. */
@NullMarked
package dev.latchkey.accessibility;

import org.jspecify.annotations.NullMarked;
