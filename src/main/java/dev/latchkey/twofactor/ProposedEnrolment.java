package dev.latchkey.twofactor;

/**
 * A secret that is shown to a user and stored nowhere: it becomes theirs with the first right code from it.
 *
 * @param version of the user's enrolment that the secret is to follow
 * @param keyUri the {@code otpauth:} address
 * @param qrCode the address as a PNG
 */
public record ProposedEnrolment(TotpSecret secret, long version, String keyUri, byte[] qrCode) {

    @Override
    public String toString() {
        return "ProposedEnrolment[version=" + version + "]";
    }
}
