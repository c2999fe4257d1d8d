package dev.latchkey.twofactor.enforcement;

/**
 * How enforcement would affect the active users, counted now.
 *
 * @param protectedUsers how many have proven a secret and are not affected
 * @param emailed how many will get a mail
 * @param unreachable how many of all active users have never signed in, or were refused as the recipient of their latest mail
 */
public record EnforcementForecast(int protectedUsers, int emailed, int unreachable) {}
