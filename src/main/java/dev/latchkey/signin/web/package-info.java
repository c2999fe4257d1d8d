/** Limits, headers and refusals of every request, before anything processes it. */
@NullMarked
package dev.latchkey.signin.web;

import org.jspecify.annotations.NullMarked;
