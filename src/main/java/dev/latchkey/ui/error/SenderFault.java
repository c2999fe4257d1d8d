package dev.latchkey.ui.error;

import tools.jackson.core.JacksonException;

/** Distinguishes errors of the client from ours: a client error occurs while the request is parsed, before any code of a page runs. */
final class SenderFault {

    private static final String READING = "com.vaadin.flow.server.communication.";
    private static final String OURS = "dev.latchkey.";

    private SenderFault() {}

    /** Whether the client caused the failure. */
    static boolean isCauseOf(Throwable failure) {
        if (failure instanceof JacksonException) {
            return true;
        }
        for (var frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith(OURS)) {
                return false;
            }
            if (frame.getClassName().startsWith(READING)) {
                return true;
            }
        }
        return false;
    }
}
