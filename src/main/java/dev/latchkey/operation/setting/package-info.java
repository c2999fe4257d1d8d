/** The settings that an operator writes: which there are, and what is said about a wrong one before the server starts. */
@NullMarked
package dev.latchkey.operation.setting;

import org.jspecify.annotations.NullMarked;
