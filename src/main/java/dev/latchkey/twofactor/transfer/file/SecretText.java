package dev.latchkey.twofactor.transfer.file;

import dev.latchkey.twofactor.totp.TotpAlgorithm;
import dev.latchkey.twofactor.totp.TotpParameters;
import dev.latchkey.twofactor.totp.TotpSecret;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;

/** Builds secrets from what files say about them, and remarks on what cannot be imported. */
final class SecretText {

    private static final int LONGEST = 512;
    private static final Pattern BASE32 = Pattern.compile("[A-Z2-7]+");
    private static final Pattern NO_BASE32 = Pattern.compile("[\\s=-]+");
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

    private SecretText() {}

    /** The key of Base32 text, in either case, with or without blanks and padding; empty if it is none. */
    static Optional<byte[]> base32(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var plain = NO_BASE32.matcher(text).replaceAll("").toUpperCase(java.util.Locale.ROOT);
        return BASE32.matcher(plain).matches() ? Optional.of(new Base32().decode(plain)) : Optional.empty();
    }

    /** The key of hexadecimal digits, or else of Base32; empty if it is neither. */
    static Optional<byte[]> hexOrBase32(String text) {
        return text.length() <= LONGEST && HEX.matcher(text).matches()
                ? Optional.of(HexFormat.of().parseHex(text))
                : base32(text);
    }

    /** The secret; empty, with a remark, if it cannot be imported. An empty text is the usual value. */
    static Optional<ImportedSecret> secret(
            Optional<byte[]> key, String algorithm, String digits, String period, Set<ImportRemark> remarks) {
        if (key.isEmpty()) {
            remarks.add(ImportRemark.SECRET_UNREADABLE);
            return Optional.empty();
        }
        var secret = key.flatMap(TotpSecret::ofKey);
        if (secret.isEmpty()) {
            remarks.add(ImportRemark.SECRET_LENGTH);
            return Optional.empty();
        }
        var parameters = parameters(algorithm, digits, period);
        if (parameters.isEmpty()) {
            remarks.add(ImportRemark.SECRET_PARAMETERS);
        }
        return parameters.map(known -> new ImportedSecret(secret.get(), known, Optional.empty()));
    }

    private static Optional<TotpParameters> parameters(String algorithm, String digits, String period) {
        var standard = TotpParameters.STANDARD;
        var hashing = algorithm.isEmpty() ? Optional.of(standard.algorithm()) : TotpAlgorithm.named(algorithm);
        var length = number(digits, standard.digits());
        var seconds = number(period, standard.periodSeconds());
        return hashing.filter(known -> TotpParameters.areSane(length, seconds))
                .map(known -> new TotpParameters(length, seconds, known));
    }

    private static int number(String text, int usual) {
        if (text.isEmpty()) {
            return usual;
        }
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    }
}
