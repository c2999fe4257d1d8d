package dev.latchkey.twofactor.enrolment;

import org.springframework.modulith.NamedInterface;

/**
 * The first correct code from a user's secret turned their second factor on, at a sign-in. Published within the transaction that
 * spent the code: sessions that never gave one must end with it.
 */
@NamedInterface("api")
public record FirstCodeGiven(long userId) {}
