package dev.latchkey.operation.start;

/** The database cannot be used; the message is a sentence that says why. */
final class UnfitDatabaseException extends RuntimeException {

    private final String remedy;

    UnfitDatabaseException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    /** What to do about it. */
    String remedy() {
        return remedy;
    }
}
