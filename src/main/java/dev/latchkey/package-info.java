/** The application: one package a feature, arrows one way, {@code ui → signin → twofactor → user → account}. */
@NullMarked
package dev.latchkey;

import org.jspecify.annotations.NullMarked;
