package dev.latchkey.support;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app, written from RFC 6238 without a line of the product's, so that both cannot be wrong alike. */
public final class AuthenticatorApp {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final int SECONDS_AN_HOUR = 3_600;

    private final byte[] key;
    private final Clock clock;
    private final String algorithm;
    private final int digits;
    private final int period;

    /** Adds a key that was typed or scanned; blanks do not matter. */
    public AuthenticatorApp(String base32, Clock clock) {
        this(base32, clock, "HmacSHA1", 6, 30);
    }

    /** Adds a key with other parameters than most. */
    public AuthenticatorApp(String base32, Clock clock, String algorithm, int digits, int periodSeconds) {
        this.algorithm = algorithm;
        this.digits = digits;
        this.period = periodSeconds;
        this.key = decode(LogCanary.mustNotBeLogged(base32.replace(" ", "")));
        this.clock = clock;
    }

    /** The code that the app shows now. */
    public String code() {
        return codeAt(clock.instant());
    }

    /** The code that the app of a phone shows whose clock is ahead by that much. */
    public String codeAhead(Duration offset) {
        return codeAt(clock.instant().plus(offset));
    }

    /** The code of another time. */
    public String codeAt(Instant instant) {
        return LogCanary.codeMustNotBeLogged(shownAt(Math.floorDiv(instant.getEpochSecond(), period)));
    }

    /** A code of no time that is near, so that no clock explains it either. */
    public String wrongCode() {
        var now = Math.floorDiv(clock.instant().getEpochSecond(), period);
        var near = LongStream.rangeClosed(now - SECONDS_AN_HOUR / period, now + SECONDS_AN_HOUR / period)
                .mapToObj(this::shownAt)
                .collect(Collectors.toSet());
        return IntStream.range(0, 1_000_000)
                .mapToObj(this::padded)
                .filter(code -> !near.contains(code))
                .findFirst()
                .orElseThrow();
    }

    private String shownAt(long step) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, "RAW"));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
            return padded(number % (int) Math.pow(10, digits));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String padded(int number) {
        return ("%0" + digits + "d").formatted(number);
    }

    /** Decodes Base32 (RFC 4648, 6) without padding. */
    public static byte[] decode(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        long buffer = 0;
        var bits = 0;
        for (var character : base32.toCharArray()) {
            buffer = buffer << 5 | ALPHABET.indexOf(character);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
                buffer &= (1L << bits) - 1;
            }
        }
        return bytes.array();
    }
}
