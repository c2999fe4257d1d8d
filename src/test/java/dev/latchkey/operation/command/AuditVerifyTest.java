package dev.latchkey.operation.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.LatchkeyApplication;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.seal.SealPump;
import dev.latchkey.demo.EmbeddedMariaDb;
import dev.latchkey.support.LatchkeyTest;
import dev.latchkey.support.RealServers;
import dev.latchkey.twofactor.keyset.KeysetFile;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The command as a process of its own, beside the product that runs. */
@LatchkeyTest
class AuditVerifyTest {

    @Value("${spring.datasource.url}")
    private String jdbcUrl;

    @Value("${latchkey.keyset-file}")
    private Path keyset;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private SealPump seals;

    @TempDir
    private Path folder;

    @Test
    void it_ends_with_0_where_the_trail_is_whole_and_prints_the_head() throws Exception {
        trail.record(AuditAction.SIGNED_OUT, null, null, "somebody");
        seals.sealAll();

        var result = run("--audit-verify", keyset);

        assertThat(result.output()).contains("The audit trail is intact: ").contains("Head, seal ");
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void it_ends_with_1_where_it_is_not() throws Exception {
        trail.record(AuditAction.SIGNED_OUT, null, null, "somebody");
        seals.sealAll();

        var result = run("--audit-verify=" + "0123456789abcdef".repeat(4), keyset);

        assertThat(result.output())
                .contains("THE AUDIT TRAIL HAS BEEN TAMPERED WITH")
                .contains("head that you entered");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void it_needs_the_keyset_that_sealed() throws Exception {
        trail.record(AuditAction.SIGNED_OUT, null, null, "somebody");
        seals.sealAll();
        var other = folder.resolve("other.json");
        KeysetFile.create(other);

        assertThat(run("--audit-verify", other).output()).contains("Seal 1 can't be checked");
        var missing = run("--audit-verify", folder.resolve("missing.json"));
        assertThat(missing.output())
                .contains("Can't read the keyset file", "missing.json: ")
                .doesNotContain("\tat ");
        assertThat(missing.exitCode()).isEqualTo(1);
    }

    @Test
    void a_database_without_a_trail_gets_a_sentence() throws Exception {
        var result = run("--audit-verify", keyset, RealServers.database("latchkey_without_tables"));

        assertThat(result.output()).contains("Can't read the audit trail: ").doesNotContain("\tat ");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @Test
    void what_is_neither_a_head_nor_a_file_is_a_mistake_and_no_alarm() {
        var screen = new ByteArrayOutputStream();

        var exitCode = AuditVerify.run("archve.jsonl.gz", new PrintStream(screen, true, StandardCharsets.UTF_8));

        assertThat(screen.toString(StandardCharsets.UTF_8)).startsWith("There is no file archve.jsonl.gz");
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void an_archive_needs_the_keyset_and_no_database() throws Exception {
        var archive = Files.writeString(folder.resolve("archive.jsonl.gz"), "rubbish");
        var screen = new ByteArrayOutputStream();

        var exitCode = AuditVerify.run(
                archive.toString(),
                new PrintStream(screen, true, StandardCharsets.UTF_8),
                "--latchkey.keyset-file=" + keyset);

        assertThat(screen.toString(StandardCharsets.UTF_8)).startsWith("Can't read the archive " + archive + ": ");
        assertThat(exitCode).isEqualTo(1);
    }

    private Result run(String argument, Path keysetFile) throws Exception {
        return run(argument, keysetFile, jdbcUrl);
    }

    private static Result run(String argument, Path keysetFile, String url) throws Exception {
        var command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                "target/classes:" + Files.readString(Path.of("target/test-classpath")),
                LatchkeyApplication.class.getName(),
                argument,
                "--spring.datasource.url=" + url,
                "--spring.datasource.username=" + EmbeddedMariaDb.USER,
                "--spring.datasource.password=" + EmbeddedMariaDb.USER,
                "--latchkey.keyset-file=" + keysetFile));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (var output = process.inputReader()) {
            var text = String.join("\n", output.lines().toList());
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return new Result(text, process.exitValue());
        }
    }

    private record Result(String output, int exitCode) {}
}
