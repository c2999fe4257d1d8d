/** Fields and forms: what was typed stays, what was wrong is shown where it stands. */
@NullMarked
package dev.latchkey.component.form;

import org.jspecify.annotations.NullMarked;
