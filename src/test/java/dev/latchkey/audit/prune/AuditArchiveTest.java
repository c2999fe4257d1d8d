package dev.latchkey.audit.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.audit.seal.Seal;
import dev.latchkey.support.LatchkeyTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;

/** An archive is whole, or there is none. */
@LatchkeyTest
class AuditArchiveTest {

    private static final Seal SEAL = new Seal(1, 1, 1, 1, new byte[0], "", 1, new byte[0]);

    @Autowired
    private AuditArchive archive;

    @TempDir
    private Path folder;

    @Test
    void what_ends_the_writing_leaves_no_half_of_an_archive() {
        var file = folder.resolve("archive.jsonl.gz");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> write(file, new UncheckedIOException(new IOException("No space left on device"))))
                .withMessage("No space left on device");
        assertThat(file).doesNotExist();
        assertThatExceptionOfType(QueryTimeoutException.class)
                .isThrownBy(() -> write(file, new QueryTimeoutException("gone")));
        assertThat(file).doesNotExist();
    }

    @Test
    void a_file_that_was_there_before_stays() throws IOException {
        var file = Files.writeString(folder.resolve("archive.jsonl.gz"), "another");

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> archive.write(file, SEAL, Stream.empty()));

        assertThat(file).hasContent("another");
    }

    private void write(Path file, RuntimeException failure) throws IOException {
        archive.write(file, SEAL, Stream.of(1, 2).map(number -> {
            if (number == 2) {
                throw failure;
            }
            return new ArchivedSeal(SEAL, List.of());
        }));
    }
}
