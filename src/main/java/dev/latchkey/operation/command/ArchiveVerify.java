package dev.latchkey.operation.command;

import dev.latchkey.audit.prune.AuditArchive;
import dev.latchkey.common.FileFailure;
import dev.latchkey.operation.start.SettingsCheck;
import dev.latchkey.twofactor.keyset.KeysetSealKeys;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Verifies an archive of the audit trail with the keyset alone: the database may be gone. */
@ConfigurationPropertiesScan("dev.latchkey.twofactor")
@Import({AuditArchive.class, KeysetSealKeys.class})
class ArchiveVerify {

    /** Prints the result; the exit code is 0 if the archive is intact, 1 if it is not or cannot be read. */
    static int run(Path file, PrintStream out, String... args) {
        try (var context = new SpringApplicationBuilder(ArchiveVerify.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=warn")
                .run(args)) {
            return verify(context.getBean(AuditArchive.class), file, out);
        }
    }

    private static int verify(AuditArchive archives, Path file, PrintStream out) {
        try {
            var report = archives.verify(file);
            if (report.findings().isEmpty()) {
                out.printf(
                        "The archive is intact: %d entries under the seals %d to %d.%n",
                        report.entries(), report.firstSeal(), report.lastSeal());
            } else {
                out.println("THE ARCHIVE HAS BEEN TAMPERED WITH:");
                report.findings().forEach(finding -> out.println("- " + finding));
            }
            report.remarks().forEach(remark -> out.println("- " + remark));
            out.printf("Head, seal %d: %s%n", report.lastSeal(), report.head());
            return report.findings().isEmpty() ? 0 : 1;
        } catch (IOException e) {
            out.println("Can't read the archive " + file + ": " + FileFailure.reason(e) + ".");
            return 1;
        }
    }

    @Bean
    static SettingsCheck settingsCheck() {
        return SettingsCheck.ofKeyset();
    }
}
