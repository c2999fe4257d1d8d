package dev.latchkey.twofactor.enrolment;

/**
 * What a user's profile shows of their second factor.
 *
 * @param on whether their next sign-in needs a code from a secret that they have proven
 * @param enforced whether the account leaves them no choice
 * @param secretMailed whether the secret has been in a mailbox
 */
public record TwoFactorStatus(boolean on, boolean enforced, boolean secretMailed) {}
