package dev.latchkey.user.restore;

import org.springframework.modulith.NamedInterface;

/**
 * What became worthless after a restore.
 *
 * @param users how many users were logged out, if they were logged in
 * @param knownBrowsers how many known browsers were forgotten
 * @param links how many links in mails are void
 * @param invited how many users have been invited, and need another invitation
 */
@NamedInterface("api")
public record VoidedAccess(int users, int knownBrowsers, int links, int invited) {}
