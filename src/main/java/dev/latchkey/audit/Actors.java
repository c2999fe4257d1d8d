package dev.latchkey.audit;

/** Knows, for this module that does not, what those are called who do something; the feature of the users implements it. */
public interface Actors {

    /** The user's email address, which outlives them in the trail; empty where there is no such user. */
    String emailOf(long actorId);
}
