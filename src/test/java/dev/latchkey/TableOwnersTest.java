package dev.latchkey;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.latchkey.support.ImportedClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.data.relational.core.mapping.Table;

/** A statement is an arrow too: whoever reads a table depends on the feature that it belongs to. */
class TableOwnersTest {

    private static final JavaClasses CLASSES = ImportedClasses.ofProduct();

    private static final Map<String, Set<String>> TABLES = Map.ofEntries(
            entry("audit", Set.of("audit_entry", "audit_seal", "audit_pruned")),
            entry("mail", Set.of("outbox_message", "outbox_pace")),
            entry("account", Set.of("account", "organisation_logo")),
            entry(
                    "user",
                    Set.of(
                            "users",
                            "user_group",
                            "user_group_member",
                            "user_group_permission",
                            "one_time_link",
                            "address_change",
                            "password_attempt",
                            "password_reset_request",
                            "password_reset_holder",
                            "invitation_withdrawn",
                            "known_browser")),
            entry(
                    "twofactor",
                    Set.of(
                            "enrolment",
                            "app_entry",
                            "recovery_code",
                            "recovery_code_set",
                            "keyset_canary",
                            "keyset_node",
                            "set_up_reminder",
                            "first_hour_step",
                            "user_state",
                            "user_state_day",
                            "import_run",
                            "import_row",
                            "import_membership",
                            "bulk_order",
                            "bulk_item",
                            "enforced_group")),
            entry("signin", Set.of("user_session", "sign_in_pressure", "refused_passwords")),
            entry("operation", Set.of("write_check")));

    /** What has no table and names none: it asks the features. */
    private static final Set<String> WITHOUT_TABLES = Set.of("common", "component", "ui");

    /** What each may read besides its own. */
    private static final Map<String, Set<String>> BELOW = Map.of(
            "audit", Set.of(),
            "mail", Set.of(),
            "account", Set.of(),
            "user", Set.of("account"),
            "twofactor", Set.of("account", "user"),
            "signin", Set.of("account", "user", "twofactor"),
            "operation", Set.of());

    private static final String NAME_AND_ALIAS = "[a-z_]+(?:\\s+(?:AS\\s+)?[a-z_]+)?";

    // Keywords are written large and names small, so that no sentence is taken for a statement
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:FROM|JOIN|INTO|(?<!KEY )UPDATE)\\s+(%1$s(?:\\s*,\\s*%1$s)*)".formatted(NAME_AND_ALIAS));

    @Test
    void no_statement_names_a_table_of_a_feature_above_its_own() {
        assertThat(TABLES.keySet()).allSatisfy(feature -> {
            var allowed = Stream.concat(Stream.of(feature), BELOW.get(feature).stream())
                    .flatMap(owner -> TABLES.get(owner).stream())
                    .collect(Collectors.toSet());
            assertThat(namedBy(feature)).as(feature).isSubsetOf(allowed);
        });
        assertThat(WITHOUT_TABLES)
                .allSatisfy(part -> assertThat(namedBy(part)).as(part).isEmpty());
    }

    @Test
    void every_part_of_the_product_has_its_tables_or_none() throws IOException {
        try (var parts = Files.list(classes().resolve(Path.of("dev", "latchkey")))) {
            assertThat(parts.filter(Files::isDirectory)
                            .map(part -> part.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(TABLES.keySet().stream(), WITHOUT_TABLES.stream())
                                    .toList());
        }
    }

    @Test
    void every_table_of_a_statement_is_seen() {
        assertThat(tablesIn("SELECT 1 FROM account a, users u WHERE a.id = u.id"))
                .containsExactly("account", "users");
        assertThat(tablesIn("DELETE FROM users,\n  outbox_message AS m , account"))
                .contains("users", "outbox_message", "account");
        assertThat(tablesIn("INSERT INTO users (id, name) SELECT id, name FROM account LIMIT 1"))
                .containsExactly("account", "users");
        assertThat(tablesIn("UPDATE users u JOIN account ON TRUE SET u.id = 1, u.name = 2"))
                .containsExactly("account", "users");
        assertThat(tablesIn("INSERT INTO users (id) VALUES (1) ON DUPLICATE KEY UPDATE id = 2"))
                .containsExactly("users");
    }

    @Test
    void every_table_belongs_to_a_feature_that_uses_it() throws IOException {
        var made = new TreeSet<String>();
        try (var changes = Files.list(Path.of("src/main/resources/db/changelog/changes"))) {
            for (var change : changes.toList()) {
                var creating = Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?([a-z_]+)")
                        .matcher(Files.readString(change));
                while (creating.find()) {
                    made.add(creating.group(1));
                }
            }
        }
        assertThat(TABLES.values().stream().flatMap(Set::stream)).containsExactlyInAnyOrderElementsOf(made);
        assertThat(TABLES)
                .allSatisfy((feature, tables) ->
                        assertThat(namedBy(feature)).as(feature).containsAll(tables));
    }

    /** By statements, and by what is read and saved as a whole. */
    private static Set<String> namedBy(String feature) {
        var named = new TreeSet<String>();
        try (var types = Files.walk(classes().resolve(Path.of("dev", "latchkey", feature)))) {
            types.filter(file -> file.toString().endsWith(".class"))
                    .forEach(file -> named.addAll(tablesIn(textsOf(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CLASSES.that(resideInAPackage("dev.latchkey." + feature + "..")).stream()
                .flatMap(type -> type.tryGetAnnotationOfType(Table.class).stream())
                .map(Table::value)
                .forEach(named::add);
        return named;
    }

    private static Set<String> tablesIn(String statement) {
        return NAMED.matcher(statement)
                .results()
                .flatMap(names -> Arrays.stream(names.group(1).split("\\s*,\\s*")))
                .map(name -> name.split("\\s+")[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Path classes() {
        try {
            return Path.of(LatchkeyApplication.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All texts in the class file: those of annotations, of constants and in between. */
    private static String textsOf(Path file) {
        try {
            // Names and keywords are ASCII; what lies between the texts holds no statement
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
