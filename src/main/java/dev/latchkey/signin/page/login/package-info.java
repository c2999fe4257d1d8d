/** The login page, and the page of an unlock link. */
@NullMarked
package dev.latchkey.signin.page.login;

import org.jspecify.annotations.NullMarked;
