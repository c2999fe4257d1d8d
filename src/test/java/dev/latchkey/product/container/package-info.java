/** The container: its image, and the files that run it with Compose and on Kubernetes. */
@NullMarked
package dev.latchkey.product.container;

import org.jspecify.annotations.NullMarked;
