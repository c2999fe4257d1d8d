package dev.latchkey.user.access;

/** Asks for a recent factor before actions that need one. The services also refuse such actions; this asks in advance. */
public interface StepUpGate {

    /** Performs the action, at once or as soon as the user has confirmed their identity; never if they cancel. */
    void pass(Runnable action);
}
