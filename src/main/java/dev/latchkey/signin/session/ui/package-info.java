/** Lists sessions. */
@NullMarked
package dev.latchkey.signin.session.ui;

import org.jspecify.annotations.NullMarked;
