package dev.latchkey.twofactor.transfer.file;

import dev.latchkey.common.RefusedException;
import java.util.HashSet;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * A parsed file. It is read in memory; nothing of it is stored or logged here.
 *
 * @param people in the order of the file
 */
@NamedInterface("api")
public record ImportFile(Kind kind, List<ImportedPerson> people) {

    /** The largest file that is parsed, in bytes. */
    public static final int LARGEST = 20 * 1024 * 1024;

    /** The most people in a file. */
    public static final int MOST = 10_000;

    /** What a file is. */
    public enum Kind {
        /** People, with names and groups, from a spreadsheet. */
        USERS,
        /** Users of a realm of Keycloak, perhaps with password hashes and secrets. */
        KEYCLOAK,
        /** Secrets of users, as {@code otpauth:} URIs or CSV of Authelia or privacyIDEA. */
        SECRETS
    }

    /**
     * Parses a file, whatever of these it is.
     *
     * @throws RefusedException if it is too large, or none of these
     */
    public static ImportFile read(byte[] content) {
        if (content.length > LARGEST) {
            throw new RefusedException("import.too-large", LARGEST / 1024 / 1024);
        }
        var text = FileText.of(content);
        var file = readKnown(text);
        if (file.people().isEmpty()) {
            throw new RefusedException("import.empty");
        }
        return new ImportFile(file.kind(), withoutDuplicates(file));
    }

    private static ImportFile readKnown(String text) {
        var start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return new ImportFile(Kind.KEYCLOAK, KeycloakExport.read(text));
        }
        if (start.regionMatches(true, 0, KeyUriReader.SCHEME, 0, KeyUriReader.SCHEME.length())) {
            return new ImportFile(Kind.SECRETS, KeyUriReader.readLines(text));
        }
        var table = CsvTable.read(text);
        if (SecretTable.isAuthelia(table) || SecretTable.isPrivacyIdea(table)) {
            return new ImportFile(Kind.SECRETS, SecretTable.read(table));
        }
        return new ImportFile(Kind.USERS, UserTable.read(table));
    }

    private static List<ImportedPerson> withoutDuplicates(ImportFile file) {
        var seen = new HashSet<>();
        return file.people().stream()
                .map(person -> person.email().isEmpty()
                                || person.isRefused()
                                || seen.add(person.email().get())
                        ? person
                        : person.with(ImportRemark.DUPLICATE))
                .toList();
    }

    /** Refuses one more than {@link #MOST}. */
    static void requireRoom(int people) {
        if (people >= MOST) {
            throw new RefusedException("import.too-many", MOST);
        }
    }
}
