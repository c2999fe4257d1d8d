package dev.latchkey.twofactor.recovery;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * New recovery codes, for the one page that shows them.
 *
 * @param companyName whose login they are for
 * @param email whose they are
 */
@NamedInterface("api")
public record RecoveryCodeSet(String companyName, String email, List<RecoveryCode> codes) {

    /** How many codes make a set. */
    public static final int SIZE = 10;

    @Override
    public String toString() {
        return "RecoveryCodeSet[…]";
    }
}
