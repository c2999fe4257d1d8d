/** Who may do what: permissions, and the rules at the methods of services. */
@NamedInterface("access")
@NullMarked
package dev.latchkey.user.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
