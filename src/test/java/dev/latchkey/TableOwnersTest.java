package dev.latchkey;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A statement is an arrow too: whoever reads a table depends on the feature that it belongs to. */
class TableOwnersTest {

    private static final Map<String, Set<String>> TABLES = Map.ofEntries(
            entry("audit", Set.of("audit_entry", "audit_seal")),
            entry("mail", Set.of("outbox_message", "outbox_pace")),
            entry("account", Set.of("account")),
            entry(
                    "user",
                    Set.of(
                            "users",
                            "user_group",
                            "user_group_member",
                            "user_group_permission",
                            "one_time_link",
                            "password_attempt",
                            "password_reset_request",
                            "password_reset_holder",
                            "invitation_withdrawn",
                            "known_browser")),
            entry("twofactor", Set.of("enrolment", "recovery_code", "recovery_code_set", "keyset_canary")),
            entry("signin", Set.of("user_session", "sign_in_pressure", "refused_passwords")));

    /** What each may read besides its own. */
    private static final Map<String, Set<String>> BELOW = Map.of(
            "audit", Set.of(),
            "mail", Set.of(),
            "account", Set.of(),
            "user", Set.of("account"),
            "twofactor", Set.of("account", "user"),
            "signin", Set.of("account", "user", "twofactor"));

    // Keywords are written large and names small, so that no sentence is taken for a statement
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:FROM|JOIN|INTO|(?<!KEY )UPDATE)\\s+([a-z_]+)|\\bFROM\\s+[a-z_]+(?:\\s+[a-z]+)?\\s*,\\s*([a-z_]+)");

    @Test
    void no_statement_names_a_table_of_a_feature_above_its_own() {
        assertThat(TABLES.keySet()).allSatisfy(feature -> {
            var allowed = Stream.concat(Stream.of(feature), BELOW.get(feature).stream())
                    .flatMap(owner -> TABLES.get(owner).stream())
                    .collect(Collectors.toSet());
            assertThat(namedBy(feature)).as(feature).isSubsetOf(allowed);
        });
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

    private static Set<String> namedBy(String feature) {
        var named = new TreeSet<String>();
        try (var types = Files.walk(classes().resolve(Path.of("dev", "latchkey", feature)))) {
            types.filter(file -> file.toString().endsWith(".class")).forEach(file -> {
                var names = NAMED.matcher(textsOf(file));
                while (names.find()) {
                    named.add(names.group(1) == null ? names.group(2) : names.group(1));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return named;
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
