package dev.latchkey.twofactor.enrolment;

import dev.latchkey.twofactor.totp.AppEntry;
import dev.latchkey.twofactor.totp.AuthenticationCode;
import dev.latchkey.twofactor.totp.KeyUri;
import dev.latchkey.twofactor.totp.QrCode;
import dev.latchkey.twofactor.totp.Totp;
import dev.latchkey.twofactor.totp.TotpParameters;
import dev.latchkey.twofactor.totp.TotpSecret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/**
 * A secret that is shown to a user and becomes theirs with its first correct code.
 *
 * @param version of the user's enrolment that the secret follows, or is stored as
 * @param entry how the app will name it
 * @param keyUri the {@code otpauth:} URI
 * @param qrCode the URI as a PNG
 */
@NamedInterface("api")
public record ProposedEnrolment(TotpSecret secret, long version, AppEntry entry, String keyUri, byte[] qrCode) {

    private static final Totp TOTP = new Totp(TotpParameters.STANDARD);

    /** Proposes a secret to the user with that address, to replace that version. */
    public static ProposedEnrolment of(TotpSecret secret, long version, String companyName, String email) {
        return of(secret, version, new AppEntry(companyName, email));
    }

    /** Proposes a secret under that name. */
    public static ProposedEnrolment of(TotpSecret secret, long version, AppEntry entry) {
        var keyUri = KeyUri.of(secret, entry);
        return new ProposedEnrolment(secret, version, entry, keyUri, QrCode.png(keyUri));
    }

    /** Whether the typed text is a code from this secret, and if not, why. */
    public Match match(@Nullable String typedCode, Instant now) {
        var code = AuthenticationCode.parse(typedCode, TotpParameters.STANDARD.digits());
        if (code.isEmpty()) {
            return new Match.Refused(new EnrolmentResult.Malformed());
        }
        var step = TOTP.matchingStep(secret, code.get(), now);
        if (step.isPresent()) {
            return new Match.Step(step.getAsLong());
        }
        return new Match.Refused(TOTP.clockOffset(secret, code.get(), now)
                .<EnrolmentResult>map(EnrolmentResult.ClockOff::new)
                .orElseGet(EnrolmentResult.Wrong::new));
    }

    @Override
    public String toString() {
        return "ProposedEnrolment[version=" + version + "]";
    }

    /** The result of matching a typed code with a proposed secret. */
    public sealed interface Match {

        /** It is the code of that time step. */
        record Step(long step) implements Match {}

        /** It cannot be accepted. */
        record Refused(EnrolmentResult reason) implements Match {}
    }
}
