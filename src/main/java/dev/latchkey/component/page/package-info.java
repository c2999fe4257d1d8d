/** The outline of a page: its heading, its address, its history. */
@NullMarked
package dev.latchkey.component.page;

import org.jspecify.annotations.NullMarked;
