package dev.latchkey.audit.seal;

/** What a seal says about the entries that are stored in its range. */
public enum SealCoverage {

    /** It was made for exactly these entries. */
    EVERYTHING,

    /**
     * It was made for these entries, but some of them have a browser that it does not cover: a node of an earlier version sealed
     * them, or somebody wrote it later.
     */
    ALL_BUT_BROWSERS,

    /** It was made for other entries. */
    NOTHING
}
