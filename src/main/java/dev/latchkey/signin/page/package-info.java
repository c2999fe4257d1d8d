/**
 * The pages before a sign-in is complete: plain server-rendered ones, with forms that work without JavaScript. Every form is
 * answered by a redirect; messages for the next page are in a {@link dev.latchkey.signin.navigation.PageNote}.
 */
@NullMarked
package dev.latchkey.signin.page;

import org.jspecify.annotations.NullMarked;
