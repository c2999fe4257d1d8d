/** The port for monitoring: metrics and health in detail, apart from the port that users reach. */
@NullMarked
package dev.latchkey.operation.management;

import org.jspecify.annotations.NullMarked;
