/** The product as its operator runs it: the jar, as processes of their own, on real servers. */
@NullMarked
package dev.latchkey.product;

import org.jspecify.annotations.NullMarked;
