package dev.latchkey.twofactor.transfer;

import dev.latchkey.twofactor.totp.AppEntry;
import dev.latchkey.twofactor.totp.TotpAlgorithm;
import dev.latchkey.twofactor.totp.TotpParameters;
import dev.latchkey.twofactor.totp.TotpSecret;
import dev.latchkey.twofactor.transfer.file.ImportedSecret;
import dev.latchkey.user.password.hash.ImportedHash;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a row imports, as it waits encrypted in the database.
 *
 * @param groups ids
 * @param enabled whether a new user may log in
 * @param hash a PHC string; null if there is none
 * @param secret in Base32; null if there is none
 * @param issuer as the app shows it, empty if it shows none; null if that is not known
 * @param accountName like the issuer
 * @param newApp whether the user had an app that cannot be imported, and sets up a new one at the first login; null for false, as in
 *     rows from before
 */
public record ImportPayload(
        Set<Long> groups,
        boolean enabled,
        @Nullable String hash,
        @Nullable String secret,
        int digits,
        int period,
        TotpAlgorithm algorithm,
        @Nullable String issuer,
        @Nullable String accountName,
        @Nullable Boolean newApp) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static ImportPayload of(
            Set<Long> groups, boolean enabled, Optional<ImportedHash> hash, Optional<ImportedSecret> secret) {
        var parameters = secret.map(ImportedSecret::parameters).orElse(TotpParameters.STANDARD);
        var entry = secret.flatMap(ImportedSecret::entry);
        return new ImportPayload(
                groups,
                enabled,
                hash.map(ImportedHash::phc).orElse(null),
                secret.map(known -> known.secret().base32()).orElse(null),
                parameters.digits(),
                parameters.periodSeconds(),
                parameters.algorithm(),
                entry.map(AppEntry::issuer).orElse(null),
                entry.map(AppEntry::account).orElse(null),
                false);
    }

    /** The same for a user who sets up a new app at the first login. */
    ImportPayload withNewApp() {
        return new ImportPayload(groups, enabled, hash, secret, digits, period, algorithm, issuer, accountName, true);
    }

    /** Whether the user sets up a new app at the first login. */
    public boolean needsNewApp() {
        return Boolean.TRUE.equals(newApp);
    }

    byte[] bytes() {
        return JSON.writeValueAsBytes(this);
    }

    static ImportPayload of(byte[] bytes) {
        return JSON.readValue(bytes, ImportPayload.class);
    }

    /** The password hash in the form in which it is stored. */
    public Optional<String> storedHash() {
        return Optional.ofNullable(hash).flatMap(ImportedHash::parse).map(ImportedHash::stored);
    }

    /** The secret of the authenticator app. */
    public Optional<ImportedSecret> importedSecret() {
        return Optional.ofNullable(secret)
                .map(base32 -> new ImportedSecret(
                        TotpSecret.ofBase32(base32), new TotpParameters(digits, period, algorithm), entry()));
    }

    private Optional<AppEntry> entry() {
        return issuer == null || accountName == null
                ? Optional.empty()
                : Optional.of(new AppEntry(issuer, accountName));
    }

    @Override
    public String toString() {
        return "ImportPayload[…]";
    }
}
