/** Answers to requests that the server refuses before any filter, and to those that fail with the database. */
@NullMarked
package dev.latchkey.signin.fault;

import org.jspecify.annotations.NullMarked;
