package dev.latchkey.twofactor.transfer;

import dev.latchkey.twofactor.keyset.StagingCipher;
import java.sql.Types;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes the rows of an import, encrypted where they hold secrets. Not an interface: ten thousand rows go in batches. */
@Repository
class ImportRowRepository {

    private static final String INSERT = """
            INSERT INTO import_row (run_id, position, line, email, name, `groups`, fate, remarks, unknown_groups,
                                    status, payload, app)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?, ?)
            """;

    private static final int BATCH = 500;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_GROUPS = 1_000;

    private final JdbcTemplate batches;
    private final StagingCipher cipher;

    ImportRowRepository(JdbcTemplate batches, StagingCipher cipher) {
        this.batches = batches;
        this.cipher = cipher;
    }

    /** Adds them in their order. */
    void insert(long run, List<PlannedRow> rows) {
        var positions = IntStream.range(0, rows.size()).boxed().toList();
        batches.batchUpdate(INSERT, positions, BATCH, (statement, position) -> {
            var row = rows.get(position);
            var person = row.person();
            statement.setLong(1, run);
            statement.setInt(2, position);
            statement.setInt(3, person.line());
            statement.setString(
                    4, person.email().map(email -> email.value()).orElse(cut(person.typed(), LONGEST_EMAIL)));
            statement.setString(5, person.name());
            statement.setString(6, cut(String.join(", ", row.groups()), LONGEST_GROUPS));
            statement.setString(7, row.fate().name());
            statement.setString(
                    8, row.remarks().stream().map(Enum::name).sorted().collect(Collectors.joining(",")));
            statement.setString(9, cut(String.join(", ", row.unknownGroups()), LONGEST_GROUPS));
            statement.setBoolean(11, row.payload().importedSecret().isPresent());
            if (row.fate() == ImportFate.REFUSED) {
                statement.setNull(10, Types.VARBINARY);
            } else {
                statement.setBytes(10, cipher.encrypt(row.payload().bytes(), StagedRow.place(run, position)));
            }
        });
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, text.offsetByCodePoints(0, length / 2));
    }
}
