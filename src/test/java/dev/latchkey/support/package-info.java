/** What tests stand on: real servers, a clock that moves when told to, people, and an authenticator app. */
@NullMarked
package dev.latchkey.support;

import org.jspecify.annotations.NullMarked;
