/** The development-time application: real servers, embedded, filled with sample people. Not part of the product. */
@NullMarked
package dev.latchkey.demo;

import org.jspecify.annotations.NullMarked;
