package dev.latchkey.ui.error;

import tools.jackson.core.JacksonException;

/** Tells the fault of whoever sent a request from one of ours: it shows in how the request is read, before any code of a page runs. */
final class SenderFault {

    private static final String READING = "com.vaadin.flow.server.communication.";
    private static final String OURS = "dev.latchkey.";

    private SenderFault() {}

    /** Whether the failure is the sender's fault. */
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
