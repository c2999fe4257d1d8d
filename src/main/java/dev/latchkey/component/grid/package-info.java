/** Tables that become cards on a narrow screen. */
@NullMarked
package dev.latchkey.component.grid;

import org.jspecify.annotations.NullMarked;
