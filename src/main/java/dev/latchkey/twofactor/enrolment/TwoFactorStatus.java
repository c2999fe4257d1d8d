package dev.latchkey.twofactor.enrolment;

/**
 * The second factor in a user's profile.
 *
 * @param on whether their next sign-in needs a code from a secret that they have proven
 * @param enforced whether it is enforced for them
 * @param secretMailed whether the secret has been in a mailbox
 */
public record TwoFactorStatus(boolean on, boolean enforced, boolean secretMailed) {}
