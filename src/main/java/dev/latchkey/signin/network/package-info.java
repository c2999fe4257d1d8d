/** The network of a request, and its limit of failed logins. */
@NullMarked
package dev.latchkey.signin.network;

import org.jspecify.annotations.NullMarked;
