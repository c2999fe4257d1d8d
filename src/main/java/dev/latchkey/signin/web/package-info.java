/** Bounds, headers and refusals of every request, before anything looks at it. */
@NullMarked
package dev.latchkey.signin.web;

import org.jspecify.annotations.NullMarked;
