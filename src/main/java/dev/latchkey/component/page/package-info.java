/** The structure of a page: its heading, its URL, its history. */
@NullMarked
package dev.latchkey.component.page;

import org.jspecify.annotations.NullMarked;
