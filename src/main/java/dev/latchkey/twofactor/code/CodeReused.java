package dev.latchkey.twofactor.code;

/** An authentication code matched the secret, but was spent already; its {@link CodeChecked} says that it was wrong. */
public record CodeReused() {}
