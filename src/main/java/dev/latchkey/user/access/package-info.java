/** Access control: permissions, and the annotations for service methods. */
@NamedInterface("access")
@NullMarked
package dev.latchkey.user.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
