package dev.latchkey.twofactor.totp;

import dev.samstevens.totp.code.HashingAlgorithm;
import java.util.Locale;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;

/** The hash function of an enrolment's HMAC (RFC 6238, 1.2). */
@NamedInterface("api")
public enum TotpAlgorithm {
    SHA1(HashingAlgorithm.SHA1),
    SHA256(HashingAlgorithm.SHA256),
    SHA512(HashingAlgorithm.SHA512);

    private final HashingAlgorithm hashing;

    TotpAlgorithm(HashingAlgorithm hashing) {
        this.hashing = hashing;
    }

    /** Finds one by a name such as {@code SHA256}, {@code HmacSHA256} or {@code sha-256}; empty if it is none of these. */
    public static Optional<TotpAlgorithm> named(String name) {
        return switch (name.toUpperCase(Locale.ROOT).replace("-", "").replace("HMAC", "")) {
            case "SHA1" -> Optional.of(SHA1);
            case "SHA256" -> Optional.of(SHA256);
            case "SHA512" -> Optional.of(SHA512);
            default -> Optional.empty();
        };
    }

    HashingAlgorithm hashing() {
        return hashing;
    }
}
