package dev.latchkey.twofactor.recovery;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * New recovery codes, for the one page that shows them.
 *
 * @param companyName the organisation that they are for
 * @param email the user that they belong to
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
