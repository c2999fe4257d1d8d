package dev.latchkey.operation.health;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a node found when it last looked at what it needs.
 *
 * @param databaseProblem why it cannot write to the database; null if it can
 * @param clockDifference by how much the node's clock is ahead of the database's, negative if it is behind; null if unknown
 * @param keysetFits whether its keyset decrypts the database; null if unknown
 */
record NodeState(
        @Nullable String databaseProblem,
        @Nullable Duration clockDifference,
        @Nullable Boolean keysetFits) {

    /** Codes are valid for 30 seconds, and every node must agree on which. */
    static final Duration MOST_DIFFERENCE = Duration.ofSeconds(10);

    static NodeState withoutDatabase(String problem) {
        return new NodeState(problem, null, null);
    }

    boolean isWritable() {
        return databaseProblem == null;
    }

    /** Whether the clocks differ too much for codes; false if that is unknown. */
    boolean isClockOff() {
        return clockDifference != null && clockDifference.abs().compareTo(MOST_DIFFERENCE) > 0;
    }

    /** Whether users can log in at this node. */
    boolean isFit() {
        return problem().isEmpty();
    }

    /** A sentence on what makes this node unfit; empty if nothing does. */
    Optional<String> problem() {
        if (databaseProblem != null) {
            return Optional.of("It can't write to the database: " + databaseProblem);
        }
        if (isClockOff()) {
            return Optional.of(
                    "Its clock and the database's differ by more than " + MOST_DIFFERENCE.toSeconds() + " seconds.");
        }
        return Boolean.FALSE.equals(keysetFits)
                ? Optional.of("Its keyset doesn't decrypt this database.")
                : Optional.empty();
    }
}
