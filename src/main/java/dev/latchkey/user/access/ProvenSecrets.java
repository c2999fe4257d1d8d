package dev.latchkey.user.access;

/** Tells this module which users can give a code. */
public interface ProvenSecrets {

    /** Whether the user has a secret that has been proven with a correct code. */
    boolean hasOne(long userId);
}
