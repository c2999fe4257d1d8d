package dev.latchkey.twofactor;

import java.util.List;

/**
 * New recovery codes, for the one page that shows them.
 *
 * @param companyName whose login they are for
 * @param email whose they are
 */
public record RecoveryCodeSet(String companyName, String email, List<RecoveryCode> codes) {

    /** How many codes make a set. */
    public static final int SIZE = 10;

    @Override
    public String toString() {
        return "RecoveryCodeSet[…]";
    }
}
