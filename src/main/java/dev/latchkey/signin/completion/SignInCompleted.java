package dev.latchkey.signin.completion;

/**
 * A sign-in is complete and its session registered. Published for those who count; nothing depends on it.
 *
 * @param withSecondFactor whether a code was given, or a recovery code instead
 */
public record SignInCompleted(boolean withSecondFactor) {}
