/** What happens before the server starts: checks with their messages, and changes of the schema. */
@NullMarked
package dev.latchkey.operation.start;

import org.jspecify.annotations.NullMarked;
