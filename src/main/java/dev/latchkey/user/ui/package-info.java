/** Screens of {@code user}. */
@NamedInterface("ui")
@NullMarked
package dev.latchkey.user.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
