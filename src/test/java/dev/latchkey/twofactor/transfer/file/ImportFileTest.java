package dev.latchkey.twofactor.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.common.RefusedException;
import dev.latchkey.twofactor.totp.AppEntry;
import dev.latchkey.twofactor.totp.TotpAlgorithm;
import dev.latchkey.twofactor.totp.TotpParameters;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.password.hash.ImportedHash;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportFileTest {

    private static final String KEY = "IVRFO53KOQ4WKRCNIVKVOZSFJVDDM2LP";
    private static final String SHORT_KEY = "ABCDEFGHIJKLMNOP";

    @Test
    void what_nobody_needs_of_a_user_is_not_kept_and_a_user_of_endless_parts_is_refused() {
        var file = "{\"users\":[{\"email\":\"a@example.com\",\"x\":[" + "{},".repeat(500_000) + "{}]}]}";
        // The first file also loads classes
        only("{\"users\":[{\"email\":\"a@example.com\",\"x\":[{}]}]}");
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        assertThat(only(file).remarks()).isEmpty();
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10L * file.length());

        assertRefused("{\"users\":[{\"groups\":[" + "{},".repeat(5_000) + "{}]}]}", "import.row-too-long");
    }

    @Test
    void the_export_of_a_real_keycloak_has_its_users_with_hashes_and_secrets() throws IOException {
        var file = ImportFile.read(Files.readAllBytes(Path.of("src/test/resources/import/keycloak-realm.json")));

        assertThat(file.kind()).isEqualTo(ImportFile.Kind.KEYCLOAK);
        assertThat(file.people())
                .extracting(ImportedPerson::typed)
                .containsExactly("ada@example.com", "bob@example.com", "cyd@example.com");
        assertThat(file.people())
                .extracting(ImportedPerson::name)
                .containsExactly("Ada Lovelace", "Bob Builder", "Cyd Charisse");
        assertThat(file.people())
                .extracting(ImportedPerson::groups)
                .containsExactly(List.of("staff"), List.of(), List.of());
        assertThat(file.people())
                .allSatisfy(person -> assertThat(person.remarks()).isEmpty());
        assertThat(file.people())
                .extracting(person -> person.password().map(ImportedHash::phc).orElseThrow())
                .containsExactly(
                        "$argon2id$v=19$m=7168,t=5,p=1$6ZWWLD6ctGMzsIYiERPsbQ$kQrGR9ymmtUa+DHjb7PsIaa2jQd81xy9Kl754CG06GU",
                        "$pbkdf2-sha512$i=210000$7AlW2B/tVG8xCJC5aXuvyA$1RodfDZF4Zqki3A3CVZ4T6uGzzHKQdAgzeoLKiYZvcQ6iypkqdvHp2NeAPeECKI4oDghlzqYpPFmnqxA0v1/iw",
                        "$pbkdf2-sha256$i=27500$InD9517SE/L4GKg9lEUwlA$ldoyB9c9jygfG5sYTQr0iq3mH4zadhNoEgPTH354ZdU");
        assertThat(file.people())
                .extracting(person -> person.secret().orElseThrow().secret().base32())
                .containsExactly(KEY, "O52FCUKKOBZHSVLXOFEXGYSHGRSTAN2P", "GU4WSZ3OK5GW6QJVNY3UQ52HM5TFMMLR");
        assertThat(file.people())
                .extracting(person -> person.secret().orElseThrow().parameters())
                .containsExactly(
                        TotpParameters.STANDARD,
                        TotpParameters.STANDARD,
                        new TotpParameters(8, 60, TotpAlgorithm.SHA256));
    }

    @Test
    void the_entry_in_an_app_is_named_after_the_server_that_it_was_made_at() throws IOException {
        var realm = Files.readString(Path.of("src/test/resources/import/keycloak-realm.json"));
        var user = "{\"username\":\"ada\",\"email\":\"ada@example.com\",\"credentials\":[{\"type\":\"otp\","
                + "\"secretData\":\"{\\\"value\\\":\\\"w4QJ9sGnE2tYb7Kd\\\"}\","
                + "\"credentialData\":\"{\\\"subType\\\":\\\"totp\\\"}\"}]}";

        assertThat(entry(realm)).isEqualTo("acme (ada)");
        assertThat(entry("{\"users\":[" + user + "],\"realm\":\"acme\",\"displayName\":\"Acme Ltd\"}"))
                .isEqualTo("Acme Ltd (ada)");
        assertThat(entry("{\"realm\":\"acme\",\"users\":[" + user + "]}")).isEqualTo("ada");
        assertThat(entry("otpauth://totp/Old%20Inc:ada%40example.com?secret=" + KEY))
                .isEqualTo("Old Inc (ada@example.com)");
        assertThat(entry("otpauth://totp/Old:ada%40example.com?issuer=Old%20Inc&secret=" + KEY))
                .isEqualTo("Old Inc (ada@example.com)");
        assertThat(entry("otpauth://totp/ada%40example.com?secret=" + KEY)).isEqualTo("ada@example.com");
        assertThat(entry("otpauth://totp/%E2%80%AEcnI:ada%40example.com?secret=" + KEY))
                .isEqualTo("ada@example.com");
        assertThat(entry("issuer,username,algorithm,digits,period,secret\nOld Inc,ada@example.com,SHA1,6,30," + KEY))
                .isEqualTo("Old Inc (ada@example.com)");
        assertThat(entry("ada@example.com,TOTP1,3132333435363738393031323334353637383930,totp,6,30"))
                .isEmpty();
    }

    private static String entry(String file) {
        return ImportFile.read(file.getBytes(StandardCharsets.UTF_8))
                .people()
                .getFirst()
                .secret()
                .orElseThrow()
                .entry()
                .map(AppEntry::text)
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{\"username\":\"a\"}' | NO_ADDRESS",
                "'{\"username\":\"x\",\"email\":\"jörg@example.com\"}' | ADDRESS_REFUSED",
                "'{\"username\":\"service-account-x\",\"serviceAccountClientId\":\"x\"}' | SERVICE_ACCOUNT",
                "'{\"email\":\"a@example.com\",\"enabled\":false}' | DISABLED",
                "'{\"email\":\"a@example.com\",\"requiredActions\":[\"UPDATE_PASSWORD\"]}' | PASSWORD_TEMPORARY",
                "'{\"email\":\"a@example.com\",\"credentials\":[{\"type\":\"otp\",\"secretData\":\"{\\\"value\\\":\\\"12345678901234567890\\\"}\",\"credentialData\":\"{\\\"subType\\\":\\\"hotp\\\"}\"}]}' | HOTP",
                "'{\"email\":\"a@example.com\",\"credentials\":[{\"type\":\"otp\",\"secretData\":\"{\\\"value\\\":\\\"1234567890\\\"}\",\"credentialData\":\"{\\\"subType\\\":\\\"totp\\\"}\"}]}' | SECRET_LENGTH",
                "'{\"email\":\"a@example.com\",\"credentials\":[{\"type\":\"otp\",\"secretData\":\"{\\\"value\\\":\\\"12345678901234567890\\\"}\",\"credentialData\":\"{\\\"subType\\\":\\\"totp\\\",\\\"algorithm\\\":\\\"HmacMD5\\\"}\"}]}' | SECRET_PARAMETERS",
                "'{\"email\":\"a@example.com\",\"credentials\":[{\"type\":\"otp\",\"secretData\":\"no JSON\",\"credentialData\":\"{\\\"subType\\\":\\\"totp\\\",\\\"secretEncoding\\\":\\\"BASE32\\\"}\"}]}' | SECRET_UNREADABLE",
                "'{\"email\":\"a@example.com\",\"requiredActions\":[\"CONFIGURE_TOTP\"]}' | FACTOR_REFUSED",
                "'{\"email\":\"a@example.com\",\"requiredActions\":[\"webauthn-register\"]}' | FACTOR_REFUSED",
                "'{\"email\":\"a@example.com\",\"totp\":true}' | FACTOR_REFUSED",
                "'{\"email\":\"a@example.com\",\"credentials\":[{\"type\":\"of-an-extension\"}]}' | FACTOR_REFUSED",
                "'{\"email\":\"a@example.com\",\"credentials\":[{\"type\":\"webauthn\",\"secretData\":\"{}\",\"credentialData\":\"{}\"}]}' | FACTOR_REFUSED",
                "'{\"email\":\"a@example.com\",\"credentials\":[{\"type\":\"password\",\"secretData\":\"{}\",\"credentialData\":\"{\\\"algorithm\\\":\\\"bcrypt\\\"}\"}]}' | HASH_REFUSED"
            })
    void what_is_special_about_a_user_of_keycloak_is_remarked(String user, ImportRemark remark) {
        assertThat(only("{\"users\":[" + user + "]}").remarks()).containsExactly(remark);
    }

    @Test
    void earlier_passwords_of_a_user_of_keycloak_are_no_second_factor() {
        assertThat(only("{\"users\":[{\"email\":\"a@example.com\",\"credentials\":[{\"type\":\"password-history\"}]}]}")
                        .remarks())
                .isEmpty();
    }

    @Test
    void a_base32_value_of_keycloak_is_base32_and_of_two_devices_the_first_is_taken() {
        var device = "{\"type\":\"otp\",\"secretData\":\"{\\\"value\\\":\\\"%s\\\"}\",\"credentialData\":"
                + "\"{\\\"subType\\\":\\\"totp\\\",\\\"secretEncoding\\\":\\\"BASE32\\\",\\\"digits\\\":6,\\\"period\\\":30}\"}";
        var person = only("{\"users\":[{\"email\":\"a@example.com\",\"credentials\":[" + device.formatted(KEY) + ","
                + device.formatted(KEY.replace('I', 'A')) + "]}]}");

        assertThat(person.secret().orElseThrow().secret().base32()).isEqualTo(KEY);
        assertThat(person.remarks()).containsExactly(ImportRemark.SECOND_DEVICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Name,Email,Groups\nAda Lovelace,ada@example.com,\"Staff,Ops\"\n",
                "\ufeffE-Mail;Gruppen;Vorname;Nachname\r\nADA@example.com;Staff|Ops;Ada;Lovelace\r\n",
                "Groups\tMail\tDisplay name\nStaff;Ops\t<ada@example.com>\tAda Lovelace",
                "Ada Lovelace,ada@example.com,Staff|Ops",
                "ada@example.com;Ada Lovelace;\"Staff,Ops\"",
                "email,name,groups\n\n\"ada@example.com\",\"Ada\nLovelace\",\"Staff\nOps\""
            })
    void a_table_is_read_with_headings_in_any_order_or_none(String text) {
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var file = ImportFile.read(text.getBytes(charset));

            assertThat(file.kind()).isEqualTo(ImportFile.Kind.USERS);
            assertThat(file.people()).singleElement().satisfies(person -> {
                assertThat(person.email()).contains(new EmailAddress("ada@example.com"));
                assertThat(person.name()).isEqualTo("Ada Lovelace");
                assertThat(person.groups()).containsExactly("Staff", "Ops");
                assertThat(person.remarks()).isEmpty();
            });
        }
    }

    @Test
    void a_table_of_an_older_spreadsheet_is_in_windows_1252() {
        var file = ImportFile.read("email;name\nk@example.com;Käthe Groß".getBytes(Charset.forName("windows-1252")));

        assertThat(file.people().getFirst().name()).isEqualTo("Käthe Groß");
    }

    @Test
    void rows_are_refused_with_their_line_and_reason() {
        var file = ImportFile.read("""
                email,name
                ada@example.com,Ada
                "no
                address",Bob

                jörg@example.com,Jörg
                ADA@EXAMPLE.COM,Ada again
                eve@example.com,%s
                ,Fay
                """.formatted("E".repeat(101)).getBytes(StandardCharsets.UTF_8));

        assertThat(file.people()).extracting(ImportedPerson::line).containsExactly(2, 3, 6, 7, 8, 9);
        assertThat(file.people())
                .extracting(ImportedPerson::remarks)
                .containsExactly(
                        java.util.Set.of(),
                        java.util.Set.of(ImportRemark.ADDRESS_REFUSED),
                        java.util.Set.of(ImportRemark.ADDRESS_REFUSED),
                        java.util.Set.of(ImportRemark.DUPLICATE),
                        java.util.Set.of(ImportRemark.NAME_REFUSED),
                        java.util.Set.of(ImportRemark.NO_ADDRESS));
    }

    @Test
    void key_uris_keep_their_parameters() {
        var file = ImportFile.read(("otpauth://totp/Example%20Inc:ada%40example.com?secret=" + KEY.toLowerCase()
                        + "&issuer=Example&algorithm=SHA512&digits=8&period=60\r\n"
                        + "otpauth://totp/bob@example.com?secret=" + KEY + "\n\n"
                        + "otpauth://hotp/cyd@example.com?secret=" + KEY + "&counter=1\n"
                        + "otpauth://totp/Example:dan?secret=" + KEY + "\n"
                        + "something else")
                .getBytes(StandardCharsets.UTF_8));

        assertThat(file.kind()).isEqualTo(ImportFile.Kind.SECRETS);
        assertThat(file.people()).extracting(ImportedPerson::line).containsExactly(1, 2, 4, 5, 6);
        assertThat(file.people().getFirst().email()).contains(new EmailAddress("ada@example.com"));
        assertThat(file.people().getFirst().secret().orElseThrow().parameters())
                .isEqualTo(new TotpParameters(8, 60, TotpAlgorithm.SHA512));
        assertThat(file.people().get(1).secret().orElseThrow().secret().base32())
                .isEqualTo(KEY);
        assertThat(file.people().subList(2, 5))
                .extracting(person -> person.remarks().iterator().next())
                .containsExactly(ImportRemark.HOTP, ImportRemark.NO_ADDRESS, ImportRemark.UNREADABLE_ROW);
    }

    @Test
    void a_table_of_authelia_keeps_its_parameters() {
        var person = only("issuer,username,algorithm,digits,period,secret\nExample,ada@example.com,SHA256,8,60," + KEY);

        assertThat(person.secret().orElseThrow())
                .extracting(secret -> secret.secret().base32(), ImportedSecret::parameters)
                .containsExactly(KEY, new TotpParameters(8, 60, TotpAlgorithm.SHA256));
        assertThat(person.remarks()).isEmpty();
        assertThat(only("issuer,username,algorithm,digits,period,secret\nExample,ada,SHA1,6,30," + KEY)
                        .remarks())
                .containsExactly(ImportRemark.NO_ADDRESS);
        assertThat(only("issuer,username,algorithm,digits,period,secret\nE,a@example.com,SHA1,6,30," + SHORT_KEY)
                        .remarks())
                .containsExactly(ImportRemark.SECRET_LENGTH);
    }

    @ParameterizedTest
    @CsvSource({
        "3132333435363738393031323334353637383930, GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ",
        "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ, GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    })
    void a_table_of_privacyidea_has_seeds_in_hex_or_base32_and_no_algorithm(String seed, String base32) {
        var person = only("ada@example.com@realm, TOTP0001, " + seed + ", totp, 6, 60\n");

        assertThat(person.email()).contains(new EmailAddress("ada@example.com"));
        assertThat(person.secret().orElseThrow().secret().base32()).isEqualTo(base32);
        assertThat(person.secret().orElseThrow().parameters()).isEqualTo(new TotpParameters(6, 60, TotpAlgorithm.SHA1));
        assertThat(person.remarks()).containsExactly(ImportRemark.ALGORITHM_ASSUMED);
    }

    @Test
    void a_token_of_privacyidea_without_an_owner_or_of_another_kind_is_remarked() {
        var file = ImportFile.read("""
                n/a, HOTP1, 3132333435363738393031323334353637383930, hotp, 6
                bob@example.com, HOTP2, 3132333435363738393031323334353637383930, hotp, 6
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(file.people())
                .extracting(ImportedPerson::remarks)
                .containsExactly(
                        java.util.Set.of(ImportRemark.HOTP, ImportRemark.NO_ADDRESS),
                        java.util.Set.of(ImportRemark.HOTP));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | import.empty",
                "'email,name' | import.empty",
                "'[]' | import.no-keycloak",
                "'{\"realm\":\"acme\"}' | import.no-keycloak",
                "'{\"users\":[{\"email\":\"a@exa' | import.malformed-json",
                "'{\"users\":[]}' | import.empty",
                "'a\u0000b' | import.no-text"
            })
    void what_is_no_such_file_is_refused_with_the_reason(String text, String message) {
        assertRefused(text, message);
    }

    @Test
    void everything_is_bounded() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> ImportFile.read(new byte[ImportFile.LARGEST + 1]))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo("import.too-large"));
        assertRefused("{\"users\":" + "[".repeat(1_000), "import.malformed-json");
        assertRefused("{\"users\":[{\"email\":\"" + "a".repeat(300_000) + "\"}]}", "import.malformed-json");
        assertRefused("a@example.com," + "b".repeat(5_000), "import.row-too-long");
        assertRefused("a@example.com" + ",".repeat(300), "import.row-too-long");
        assertRefused(rows(ImportFile.MOST + 1), "import.too-many");
        assertThat(ImportFile.read(rows(ImportFile.MOST).getBytes(StandardCharsets.UTF_8))
                        .people())
                .hasSize(ImportFile.MOST);
        assertRefused("{\"users\":[" + "{},".repeat(ImportFile.MOST) + "{}]}", "import.too-many");
        assertRefused(
                ("otpauth://totp/a@example.com?secret=" + KEY + "\n").repeat(ImportFile.MOST + 1), "import.too-many");
    }

    @Test
    void nothing_that_may_be_printed_holds_a_secret() {
        var person = only("otpauth://totp/ada@example.com?secret=" + KEY);

        assertThat(person.toString() + person.secret() + person.with(ImportRemark.DUPLICATE))
                .doesNotContain(KEY);
    }

    private static String rows(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "user" + i + "@example.com,User " + i)
                .collect(Collectors.joining("\n", "email,name\n", ""));
    }

    private static ImportedPerson only(String text) {
        var people = ImportFile.read(text.getBytes(StandardCharsets.UTF_8)).people();
        assertThat(people).hasSize(1);
        return people.getFirst();
    }

    private static void assertRefused(String text, String message) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> ImportFile.read(text.getBytes(StandardCharsets.UTF_8)))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo(message));
    }
}
