/** Files of separated values that spreadsheets open. */
@NullMarked
package dev.latchkey.common.csv;

import org.jspecify.annotations.NullMarked;
