package dev.latchkey.user;

import java.util.Collection;
import java.util.Set;

/** Knows of reasons, beyond what this module sees, why an active user could not sign in now. */
public interface SignInHindrance {

    /** Those of the users who could not sign in now although they are active. */
    Set<Long> hinderedAmong(Collection<Long> userIds);
}
