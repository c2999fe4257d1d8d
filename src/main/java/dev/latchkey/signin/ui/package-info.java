/** Screens of {@code signin}. */
@NamedInterface("ui")
@NullMarked
package dev.latchkey.signin.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
