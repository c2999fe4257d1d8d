package dev.latchkey.operation.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.support.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Databases as each commit left them that changed the schema, upgraded to today's. A few of them always, all with
 * {@code -Dlatchkey.every-schema=true}.
 */
class SchemaUpgradeTest {

    private static final Path SCHEMAS = Path.of("src/test/resources/schemas");

    /** The first with a login; one from the middle; one with a text that was changed since; the last before all had one path. */
    private static final Set<String> ALWAYS = Set.of("a636acf", "91fcd33", "c130459", "68892d0");

    private static Schema todays;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeTodays() throws Exception {
        todays = Schema.ofNew("latchkey_todays");
    }

    @ParameterizedTest
    @MethodSource("landed")
    void FIELD_O2_a_database_of_every_commit_that_landed_is_upgraded_with_what_it_holds(Landed landed)
            throws Exception {
        var database = SchemaStart.onEmpty("latchkey_upgraded");
        landed.writeTo(folder);
        database.runOlder(folder);
        SampleRows.insertInto(database.owner());
        var before = SampleRows.of(database.owner());

        database.run();

        assertThat(Schema.of(database.owner())).isEqualTo(todays);
        var after = SampleRows.of(database.owner());
        before.forEach((table, rows) -> assertKept(table, rows, after));
    }

    /** But for what a change is there to change. */
    private static void assertKept(
            String table, List<Map<String, Object>> rows, Map<String, List<Map<String, Object>>> after) {
        if (table.equals("code_attempts")) {
            assertThat(after.get("enrolment").getFirst())
                    .containsEntry("wrong_codes", rows.getFirst().get("failures"))
                    .containsEntry("no_code_before", rows.getFirst().get("not_before"));
            return;
        }
        assertThat(after.get(table)).as(table).hasSameSizeAs(rows);
        for (var row = 0; row < rows.size(); row++) {
            var kept = after.get(table).get(row);
            var changed = new TreeMap<>(rows.get(row));
            changed.entrySet()
                    .removeIf(column -> kept.containsKey(column.getKey())
                            && Objects.equals(kept.get(column.getKey()), column.getValue()));
            assertThat(changed.keySet()).as(table).isSubsetOf("password_reset_held_by", "description");
        }
    }

    static List<Landed> landed() throws IOException {
        return Landed.all(SCHEMAS).stream()
                .filter(landed -> Boolean.getBoolean("latchkey.every-schema") || ALWAYS.contains(landed.commit()))
                .toList();
    }

    /** The change log as a commit left it; {@code texts} are names of files and their versions. */
    private record Landed(String commit, String subject, Map<String, Path> texts) {

        static List<Landed> all(Path schemas) throws IOException {
            var all = new ArrayList<Landed>();
            var texts = new TreeMap<String, Path>();
            for (var line : Files.readAllLines(schemas.resolve("history.txt"))) {
                var words = line.strip().split(" ", 3);
                if (line.startsWith("  + ")) {
                    texts.put(
                            words[1].replaceFirst("\\.\\d+$", ""),
                            schemas.resolve("texts").resolve(words[1]));
                } else if (line.startsWith("  - ")) {
                    texts.remove(words[1]);
                } else {
                    all.add(new Landed(words[0], words[2], new TreeMap<>()));
                }
                all.getLast().texts().clear();
                all.getLast().texts().putAll(texts);
            }
            return all;
        }

        void writeTo(Path folder) throws IOException {
            var changes = Files.createDirectories(folder.resolve("db/changelog/changes"));
            Files.copy(
                    Path.of("src/main/resources/db/changelog/db.changelog-master.yaml"),
                    folder.resolve("db/changelog/db.changelog-master.yaml"));
            for (var text : texts.entrySet()) {
                Files.copy(text.getValue(), changes.resolve(text.getKey()));
            }
        }

        @Override
        public String toString() {
            return commit + " " + subject;
        }
    }
}
