package dev.latchkey.operation.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysetAccessCheckTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "rw-r--r--, rwx------, has the mode 0644: every user of this machine can read it. Run: chmod 600",
        "rw-rw-rw-, rwx------, has the mode 0666: every user of this machine can change it. Run: chmod 600",
        "rw-rw----, rwx------, has the mode 0660: its group can change it. Run: chmod g-w",
        "rw-------, rwxrwx---, has the mode 0770: others can put another file in its place. Run: chmod go-w",
        "rw-------, rwxrwxrwx, has the mode 0777: others can put another file in its place. Run: chmod go-w"
    })
    void FIELD_O13_a_keyset_that_others_have_access_to_is_named_with_its_mode_and_the_remedy(
            String mode, String folderMode, String warning) throws IOException {
        assertThat(KeysetAccessCheck.warning(keyset(mode, folderMode)).orElseThrow())
                .contains(warning, folder.toRealPath().toString());
    }

    @ParameterizedTest
    @CsvSource({"rw-------, rwx------", "r--r-----, rwxr-xr-x", "rw-r-----, rwxr-xr-x"})
    void FIELD_O13_a_keyset_that_its_group_reads_gets_no_warning(String mode, String folderMode) throws IOException {
        assertThat(KeysetAccessCheck.warning(keyset(mode, folderMode))).isEmpty();
    }

    @Test
    void FIELD_O13_a_link_counts_as_the_file_that_it_leads_to() throws IOException {
        var file = keyset("rw-r--r--", "rwx------");
        var link = Files.createSymbolicLink(folder.resolve("link.json"), file);

        assertThat(KeysetAccessCheck.warning(link).orElseThrow())
                .contains(file.toRealPath().toString())
                .doesNotContain("link.json");
        assertThat(KeysetAccessCheck.warning(folder.resolve("missing.json"))).isEmpty();
    }

    private Path keyset(String mode, String folderMode) throws IOException {
        var file = Files.writeString(folder.resolve("keyset.json"), "");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(folderMode));
        return file;
    }
}
