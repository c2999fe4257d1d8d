package dev.latchkey.twofactor.recovery;

/** A recovery code was checked. Published for those who count; nothing depends on it. */
public record RecoveryCodeChecked(boolean accepted) {}
