package dev.latchkey.operation.command;

import dev.latchkey.audit.seal.AuditReport;
import dev.latchkey.audit.seal.AuditVerification;
import dev.latchkey.operation.start.SettingsCheck;
import dev.latchkey.twofactor.keyset.KeysetSealKeys;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.dialect.JdbcMariaDbDialect;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.data.relational.core.dialect.MySqlDialect;
import org.springframework.transaction.TransactionException;

/**
 * Verifies the audit trail with a minimum of the application: a read-only connection, and the keyset. Nothing is served, scheduled
 * or migrated, so it can run in parallel to the application and on a copy of its database.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataJdbcRepositoriesAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@ConfigurationPropertiesScan("dev.latchkey.twofactor")
@EnableJdbcRepositories(basePackageClasses = AuditVerification.class, enableDefaultTransactions = false)
@Import({AuditVerification.class, KeysetSealKeys.class})
class AuditVerify {

    private static final Pattern HEAD = Pattern.compile("\\p{XDigit}{64}");

    /**
     * Prints the result; the exit code is 0 if the trail or the archive is intact, 1 if it is not or cannot be read.
     *
     * @param asked a head that was kept, an archive, or nothing
     */
    static int run(String asked, PrintStream out, String... args) {
        if (Files.isRegularFile(Path.of(asked))) {
            return ArchiveVerify.run(Path.of(asked), out, args);
        }
        if (asked.isEmpty() || HEAD.matcher(asked).matches()) {
            return verifyTrail(asked, out, args);
        }
        // A mistyped name must not look like a head that is gone
        out.println("There is no file " + asked + ", and it isn't a head either: a head has 64 hexadecimal digits.");
        return 1;
    }

    private static int verifyTrail(String keptHead, PrintStream out, String... args) {
        try (var context = new SpringApplicationBuilder(AuditVerify.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=warn")
                .run(args)) {
            return verify(context.getBean(AuditVerification.class), keptHead, out);
        }
    }

    private static int verify(AuditVerification verification, String keptHead, PrintStream out) {
        try {
            var report = verification.verify(keptHead);
            print(report, out);
            return report.isWhole() ? 0 : 1;
        } catch (DataAccessException | TransactionException e) {
            out.println("Can't read the audit trail: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            return 1;
        }
    }

    /** Explicit, because detecting it needs a connection, whose errors {@link #verify} reports. */
    @Bean
    static JdbcDialect jdbcDialect() {
        return new JdbcMariaDbDialect(MySqlDialect.MYSQL_IDENTIFIER_PROCESSING);
    }

    @Bean
    static SettingsCheck settingsCheck() {
        return SettingsCheck.ofDatabaseAndKeyset();
    }

    private static void print(AuditReport report, PrintStream out) {
        if (report.isWhole()) {
            out.printf(
                    "The audit trail is intact: %d entries under %d seals.%n", report.sealedEntries(), report.seals());
        } else {
            out.println("THE AUDIT TRAIL HAS BEEN TAMPERED WITH:");
            report.findings().forEach(finding -> out.println("- " + finding));
        }
        report.remarks().forEach(remark -> out.println("- " + remark));
        if (report.prunedUpTo() > 0) {
            out.printf("It begins after the id %d: older entries were moved to archives.%n", report.prunedUpTo());
        }
        if (report.unsealedEntries() > 0) {
            out.printf("%d newer entries are not sealed yet and can't be checked.%n", report.unsealedEntries());
        }
        if (report.overdue()) {
            out.println("Some of them should have been sealed long ago. Is Latchkey running?");
        }
        if (!report.head().isEmpty()) {
            out.printf("""
                    Head, seal %d: %s
                    Store it somewhere else. With --audit-verify=HEAD you can check later whether the newest seals and their entries were cut off.
                    """, report.headId(), report.head());
        }
    }
}
