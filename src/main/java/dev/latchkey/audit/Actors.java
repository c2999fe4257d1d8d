package dev.latchkey.audit;

/** Names the actors of audit entries, which this module cannot; implemented by the feature of the users. */
public interface Actors {

    /** The user's email address, which the trail keeps after the user is removed; empty if there is no such user. */
    String emailOf(long actorId);
}
