/** What was reported from the field, each with the tests that hold it right. */
@NullMarked
package dev.latchkey.field;

import org.jspecify.annotations.NullMarked;
