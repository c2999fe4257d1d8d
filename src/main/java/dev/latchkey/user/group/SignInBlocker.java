package dev.latchkey.user.group;

import java.util.Collection;
import java.util.Set;
import org.springframework.modulith.NamedInterface;

/** Finds reasons outside this module why an active user could not sign in now. */
@NamedInterface("api")
public interface SignInBlocker {

    /** The given users who are active but could not sign in now. */
    Set<Long> blockedAmong(Collection<Long> userIds);
}
