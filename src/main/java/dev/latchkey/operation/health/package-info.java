/** Whether this node can do its work, for load balancers and for monitoring. */
@NullMarked
package dev.latchkey.operation.health;

import org.jspecify.annotations.NullMarked;
