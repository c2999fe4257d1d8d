package dev.latchkey.twofactor.enforcement;

/**
 * What enforcement is going to mean for the active users, counted now.
 *
 * @param protectedUsers how many have proven a secret and notice nothing
 * @param emailed how many are going to get a mail
 * @param neverSignedIn how many of all have never signed in
 */
public record EnforcementForecast(int protectedUsers, int emailed, int neverSignedIn) {}
