package dev.latchkey.audit.prune;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.latchkey.audit.seal.EntriesHash;
import dev.latchkey.audit.seal.Seal;
import dev.latchkey.audit.seal.SealCoverage;
import dev.latchkey.audit.seal.SealKeys;
import dev.latchkey.audit.seal.UncoveredBrowsers;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file with the entries that were pruned and their seals: lines of JSON, compressed. The first line is the seal before, as far as the
 * first seal covers it, so that the archive proves what it holds by itself and joins the one before.
 */
@Component
@NamedInterface("api")
public class AuditArchive {

    private final SealKeys keys;
    private final JsonMapper json = new JsonMapper();

    AuditArchive(SealKeys keys) {
        this.keys = keys;
    }

    /**
     * Writes a new archive that only its owner can read; everything is on the disk afterwards.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the file exists
     * @throws IOException if it cannot be written; there is no file then
     */
    void write(Path file, Seal before, Stream<ArchivedSeal> seals) throws IOException {
        try (var channel = FileChannel.open(
                file,
                Set.of(CREATE_NEW, WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            try {
                write(channel, before, seals);
            } catch (IOException | RuntimeException e) {
                // Half an archive would block the next attempt
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(FileChannel channel, Seal before, Stream<ArchivedSeal> seals) throws IOException {
        var zip = new GZIPOutputStream(Channels.newOutputStream(channel));
        var lines = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        writeLine(lines, before);
        seals.forEach(line -> writeLine(lines, line));
        lines.flush();
        zip.finish();
        channel.force(true);
    }

    private void writeLine(BufferedWriter lines, Object value) {
        try {
            lines.write(json.writeValueAsString(value));
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Verifies an archive by itself, in bounded memory.
     *
     * @throws IOException if it cannot be read, or is no archive
     */
    public ArchiveReport verify(Path file) throws IOException {
        var findings = new ArrayList<String>();
        var browsers = new UncoveredBrowsers();
        var entries = 0L;
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            var first = json.readValue(lines.readLine(), Seal.class);
            var last = first;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var next = json.readValue(line, ArchivedSeal.class);
                var hash = new EntriesHash();
                next.entries().forEach(hash::add);
                entries += hash.count();
                var coverage = next.seal().coverageOf(hash);
                if (coverage == SealCoverage.ALL_BUT_BROWSERS) {
                    browsers.add(next.seal(), hash);
                }
                if (!isGenuine(next.seal(), last) || coverage == SealCoverage.NOTHING) {
                    findings.add("Seal %d or its entries have been changed, or Latchkey didn't make them."
                            .formatted(next.seal().id()));
                }
                last = next.seal();
            }
            return new ArchiveReport(findings, browsers.sentences(), entries, first.id() + 1, last.id(), last.head());
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new IOException("it isn't an archive, or it is damaged", e);
        }
    }

    private boolean isGenuine(Seal seal, Seal before) {
        return seal.id() == before.id() + 1 && keys.has(seal.keyId()) && seal.isGenuineAfter(before, keys);
    }

    /**
     * The result of a verification.
     *
     * @param findings a sentence for everything that has been tampered with; empty if nothing has
     * @param remarks as in {@link dev.latchkey.audit.seal.AuditReport}
     * @param firstSeal the number of its first seal; 1 for the beginning of the trail
     * @param head the code of its last seal, with which the next archive or the trail goes on
     */
    @NamedInterface("api")
    public record ArchiveReport(
            List<String> findings, List<String> remarks, long entries, long firstSeal, long lastSeal, String head) {}
}
