/** Screens of {@code twofactor}. */
@NamedInterface("ui")
@NullMarked
package dev.latchkey.twofactor.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
