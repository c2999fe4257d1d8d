package dev.latchkey.user.access;

/** Knows, for this module that does not, who can give a code. */
public interface ProvenSecrets {

    /** Whether the user has a secret from which one right code has been seen. */
    boolean hasOne(long userId);
}
