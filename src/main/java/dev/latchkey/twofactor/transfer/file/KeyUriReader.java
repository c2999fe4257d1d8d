package dev.latchkey.twofactor.transfer.file;

import dev.latchkey.user.EmailAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lines of {@code otpauth:} URIs, in the key URI format of Google Authenticator; the account must be an email address. */
final class KeyUriReader {

    static final String SCHEME = "otpauth://";

    private static final String TOTP = "totp";
    private static final int LONGEST = 2_048;

    private KeyUriReader() {}

    static List<ImportedPerson> readLines(String text) {
        var people = new ArrayList<ImportedPerson>();
        var number = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (!line.isBlank()) {
                ImportFile.requireRoom(people.size());
                people.add(read(number, line.strip()));
            }
        }
        return people;
    }

    private static ImportedPerson read(int line, String uri) {
        var path = uri.length() > LONGEST || !uri.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? ""
                : uri.substring(SCHEME.length());
        var slash = path.indexOf('/');
        var query = path.indexOf('?', slash + 1);
        if (slash < 0 || query < 0) {
            return SecretTable.person(line, "", Optional.empty(), EnumSet.of(ImportRemark.UNREADABLE_ROW));
        }
        var label = decoded(path.substring(slash + 1, query));
        var account = label.substring(label.lastIndexOf(':') + 1).strip();
        var remarks = EnumSet.noneOf(ImportRemark.class);
        var parameters = parameters(path.substring(query + 1));
        var prefix = label.substring(0, Math.max(0, label.lastIndexOf(':'))).strip();
        // Apps show the parameter, where there are both
        var issuer = parameters.getOrDefault("issuer", prefix);
        var secret = secret(path.substring(0, slash), parameters, remarks).map(app -> app.named(issuer, account));
        return SecretTable.person(line, account, secret, remarks);
    }

    private static Optional<ImportedSecret> secret(
            String type, Map<String, String> parameters, EnumSet<ImportRemark> remarks) {
        if (!type.equalsIgnoreCase(TOTP)) {
            remarks.add(ImportRemark.HOTP);
            return Optional.empty();
        }
        return SecretText.secret(
                SecretText.base32(parameters.getOrDefault("secret", "")),
                parameters.getOrDefault("algorithm", ""),
                parameters.getOrDefault("digits", ""),
                parameters.getOrDefault("period", ""),
                remarks);
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new HashMap<String, String>();
        for (var part : query.split("&")) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                parameters.putIfAbsent(
                        part.substring(0, equals).toLowerCase(Locale.ROOT), decoded(part.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    /** The address of a user, of which nothing but the address is known. */
    static Optional<EmailAddress> address(String account) {
        return EmailAddress.parse(account);
    }
}
