/** The security suite: {@code script/test security}. Each test is named after the rows of README.md in this folder that it proves. */
@NullMarked
package dev.latchkey.security;

import org.jspecify.annotations.NullMarked;
