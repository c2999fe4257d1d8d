package dev.latchkey.user.group;

import java.util.Collection;
import java.util.Set;
import org.springframework.modulith.NamedInterface;

/** Knows of reasons, beyond what this module sees, why an active user could not sign in now. */
@NamedInterface("api")
public interface SignInBlocker {

    /** Those of the users who could not sign in now although they are active. */
    Set<Long> blockedAmong(Collection<Long> userIds);
}
