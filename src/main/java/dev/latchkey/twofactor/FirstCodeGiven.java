package dev.latchkey.twofactor;

/**
 * The first right code from a user's secret turned their second factor on, at a sign-in. Published within the transaction that spent
 * the code: sessions that never gave one have to end with it.
 */
public record FirstCodeGiven(long userId) {}
