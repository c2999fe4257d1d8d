/** Fields and forms: input is kept, and errors are shown at their fields. */
@NullMarked
package dev.latchkey.component.form;

import org.jspecify.annotations.NullMarked;
