package dev.latchkey.twofactor.totp;

import dev.samstevens.totp.code.DefaultCodeGenerator;
import dev.samstevens.totp.exceptions.CodeGenerationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** The time-based one-time passwords (RFC 6238) of enrolments with the same parameters. */
public final class Totp {

    /** How many steps early or late a code may be (RFC 6238, 5.2 suggests at most one for the delay). */
    public static final int WINDOW_STEPS = 1;

    private static final int CLOCK_SEARCH_SECONDS = (int) Duration.ofMinutes(10).toSeconds();

    private final TotpParameters parameters;
    private final DefaultCodeGenerator generator;

    /** Codes with these parameters. */
    public Totp(TotpParameters parameters) {
        this.parameters = parameters;
        this.generator = new DefaultCodeGenerator(parameters.algorithm().hashing(), parameters.digits());
    }

    /** The code of a time step. */
    public String codeAt(TotpSecret secret, long step) {
        try {
            return generator.generate(secret.base32(), step);
        } catch (CodeGenerationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The step, at most {@value #WINDOW_STEPS} from now, that the code belongs to; empty if it belongs to none. */
    public OptionalLong matchingStep(TotpSecret secret, AuthenticationCode code, Instant now) {
        return nearestStep(secret, code, now, WINDOW_STEPS);
    }

    /**
     * How far the phone's clock must be ahead of ours to generate that code, in whole steps; negative if it is behind; empty if no
     * difference within ten minutes explains it. Only an explanation: such a code is still refused.
     */
    public Optional<Duration> clockOffset(TotpSecret secret, AuthenticationCode code, Instant now) {
        var step = nearestStep(secret, code, now, CLOCK_SEARCH_SECONDS / parameters.periodSeconds());
        return step.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Duration.ofSeconds((step.getAsLong() - parameters.stepAt(now)) * parameters.periodSeconds()));
    }

    private OptionalLong nearestStep(TotpSecret secret, AuthenticationCode code, Instant now, int window) {
        var current = parameters.stepAt(now);
        return LongStream.rangeClosed(0, window)
                .flatMap(distance ->
                        distance == 0 ? LongStream.of(current) : LongStream.of(current + distance, current - distance))
                .filter(step -> step >= 0 && equal(codeAt(secret, step), code.digits()))
                .findFirst();
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
