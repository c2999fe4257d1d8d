/** The jar's commands for whoever owns the server. */
@NullMarked
package dev.latchkey.operation.command;

import org.jspecify.annotations.NullMarked;
