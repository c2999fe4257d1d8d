package dev.latchkey.user.password.hash;

/** Hears what becomes of requests for a hash. */
interface HashListener {

    /** A hash was calculated, without the time that it waited for its turn. */
    void calculated(HashLane lane, long nanoseconds);

    /** A hash found no place to wait, or no turn in time. */
    void refused(HashLane lane);
}
