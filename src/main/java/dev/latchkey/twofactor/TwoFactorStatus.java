package dev.latchkey.twofactor;

/**
 * What a user's profile shows of their second factor.
 *
 * @param on whether their next sign-in needs a code from a secret that they have proven
 * @param enforced whether the account leaves them no choice
 */
public record TwoFactorStatus(boolean on, boolean enforced) {}
