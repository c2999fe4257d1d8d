package dev.latchkey.user.access;

/** Stands before actions that ask for a factor proven just now. The services refuse such actions by themselves; this asks in time. */
public interface StepUpGate {

    /** Performs the action, at once or as soon as the person has confirmed to be the user; never, where they give up. */
    void pass(Runnable action);
}
