/** What is known of whoever sent a request: their network address and device. */
@NullMarked
package dev.latchkey.common.client;

import org.jspecify.annotations.NullMarked;
