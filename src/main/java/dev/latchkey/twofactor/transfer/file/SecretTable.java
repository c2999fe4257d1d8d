package dev.latchkey.twofactor.transfer.file;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Secrets in a table. Authelia ({@code storage user totp export csv}) writes issuer, username, algorithm, digits, period and secret
 * under headings. privacyIDEA ({@code pi-tokenjanitor find export --format csv}) writes no headings: {@code login@realm, serial,
 * seed, type, digits, period}, and not which algorithm it is.
 */
final class SecretTable {

    private static final String USER = "username";
    private static final String ISSUER = "issuer";
    private static final String SECRET = "secret";
    private static final int FEWEST_PRIVACY_IDEA = 5;
    private static final int OWNER = 0;
    private static final int SEED = 2;
    private static final int TYPE = 3;
    private static final int DIGITS = 4;
    private static final int PERIOD = 5;
    private static final Set<String> TYPES = Set.of("totp", "hotp");

    private SecretTable() {}

    static boolean isAuthelia(CsvTable table) {
        return !table.rows().isEmpty() && headings(table).containsAll(List.of(USER, SECRET));
    }

    static boolean isPrivacyIdea(CsvTable table) {
        return !table.rows().isEmpty()
                && table.rows().getFirst().cells().size() >= FEWEST_PRIVACY_IDEA
                && TYPES.contains(table.rows().getFirst().cell(TYPE).toLowerCase(Locale.ROOT));
    }

    static List<ImportedPerson> read(CsvTable table) {
        var authelia = isAuthelia(table);
        var headings = authelia ? headings(table) : List.<String>of();
        var people = new ArrayList<ImportedPerson>();
        table.rows().stream().skip(authelia ? 1 : 0).forEach(row -> {
            ImportFile.requireRoom(people.size());
            people.add(authelia ? authelia(row, headings) : privacyIdea(row));
        });
        return people;
    }

    private static List<String> headings(CsvTable table) {
        return table.rows().getFirst().cells().stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static ImportedPerson authelia(CsvTable.Row row, List<String> headings) {
        var remarks = EnumSet.noneOf(ImportRemark.class);
        var secret = SecretText.secret(
                SecretText.base32(row.cell(headings.indexOf(SECRET))),
                row.cell(headings.indexOf("algorithm")),
                row.cell(headings.indexOf("digits")),
                row.cell(headings.indexOf("period")),
                remarks);
        var user = row.cell(headings.indexOf(USER));
        return person(
                row.line(), user, secret.map(app -> app.named(row.cell(headings.indexOf(ISSUER)), user)), remarks);
    }

    private static ImportedPerson privacyIdea(CsvTable.Row row) {
        var remarks = EnumSet.noneOf(ImportRemark.class);
        if (!row.cell(TYPE).equalsIgnoreCase("totp")) {
            remarks.add(ImportRemark.HOTP);
            return person(row.line(), owner(row), Optional.empty(), remarks);
        }
        remarks.add(ImportRemark.ALGORITHM_ASSUMED);
        var period = row.cell(PERIOD);
        var secret = SecretText.secret(
                SecretText.hexOrBase32(row.cell(SEED)),
                "",
                row.cell(DIGITS),
                period.equalsIgnoreCase("none") ? "" : period,
                remarks);
        return person(row.line(), owner(row), secret, remarks);
    }

    /** Without the realm, where the login is an address itself. */
    private static String owner(CsvTable.Row row) {
        var owner = row.cell(OWNER);
        return owner.indexOf('@') != owner.lastIndexOf('@') ? owner.substring(0, owner.lastIndexOf('@')) : owner;
    }

    static ImportedPerson person(
            int line, String account, Optional<ImportedSecret> secret, EnumSet<ImportRemark> remarks) {
        var email = KeyUriReader.address(account);
        if (email.isEmpty() && !remarks.contains(ImportRemark.UNREADABLE_ROW)) {
            remarks.add(account.indexOf('@') < 0 ? ImportRemark.NO_ADDRESS : ImportRemark.ADDRESS_REFUSED);
        }
        return new ImportedPerson(line, account, email, "", List.of(), true, Optional.empty(), secret, remarks);
    }
}
