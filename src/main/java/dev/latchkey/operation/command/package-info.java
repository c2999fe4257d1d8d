/** The jar's commands for the owner of the server. */
@NullMarked
package dev.latchkey.operation.command;

import org.jspecify.annotations.NullMarked;
