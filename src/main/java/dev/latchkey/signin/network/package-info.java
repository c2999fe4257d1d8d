/** Whose network a request comes from, and how many failed logins it may have. */
@NullMarked
package dev.latchkey.signin.network;

import org.jspecify.annotations.NullMarked;
