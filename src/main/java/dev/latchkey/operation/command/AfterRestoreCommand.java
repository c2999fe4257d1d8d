package dev.latchkey.operation.command;

import dev.latchkey.twofactor.restore.AfterRestore;
import java.io.PrintStream;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code --after-restore} completes the restore of a backup, before the server starts. It refuses a database without the mark of a
 * restored backup, which may be the one in use, unless it is run as {@code --after-restore=unmarked}.
 */
final class AfterRestoreCommand {

    private static final String UNMARKED = "unmarked";

    private final AfterRestore afterRestore;
    private final PrintStream out;

    AfterRestoreCommand(AfterRestore afterRestore, PrintStream out) {
        this.afterRestore = afterRestore;
        this.out = out;
    }

    /** Runs the command without the server, and prints what it has done; returns the exit code. */
    static int run(String value, String[] args) {
        try (var application = OfflineApplication.start(args)) {
            return new AfterRestoreCommand(application.getBean(AfterRestore.class), System.out).perform(value);
        }
    }

    /** Runs the command; returns 0, or 1 if it is refused. */
    int perform(String value) {
        if (!value.isEmpty() && !value.equals(UNMARKED)) {
            out.println(
                    "Nothing was changed. Use --after-restore, or --after-restore=unmarked for a backup by another tool.");
            return 1;
        }
        var report = value.isEmpty() ? afterRestore.run() : Optional.of(afterRestore.runWithoutMark());
        report.ifPresentOrElse(this::print, this::refuse);
        return report.isPresent() ? 0 : 1;
    }

    private void refuse() {
        out.println("""
                Nothing was changed: this database has no mark of a restored backup. Either its restore is complete, or it isn't the one \
                that you restored: check SPRING_DATASOURCE_URL.
                If it is the restore of a backup by another tool, run --after-restore=unmarked. That logs everyone out, and makes \
                recovery codes, links in emails and known browsers worthless.""");
    }

    private void print(AfterRestore.Report report) {
        report.backupTakenAt()
                .ifPresentOrElse(
                        time -> out.println("This database is the backup of " + time + "."),
                        () -> out.println("The backup doesn't say when it was taken."));
        Stream.of(
                        "Everyone is logged out. Users: " + report.users(),
                        "Known browsers that are forgotten: " + report.knownBrowsers(),
                        "Authenticator apps whose next code works in at most a minute: " + report.apps(),
                        "Users whose recovery codes are void, and who get new ones at their next login with a code: "
                                + report.recoveryCodes(),
                        "Secret keys that were never used and are void; users get new ones at their next login: "
                                + report.pending(),
                        "Links in emails that are void: " + report.links(),
                        "Invited users, who need another invitation (Users, filter Invited, Send invitation again): "
                                + report.invited())
                .forEach(line -> out.println("- " + line));
        out.println("""
                Passwords, authenticator apps, users and groups are as they were when the backup was taken. Repeat what was done since: \
                disable or remove users who left, reset lost or stolen authenticator apps and passwords, take back permissions.
                Emails that waited when the backup was taken are sent when Latchkey starts; some may arrive a second time. All administrators \
                get one about the restore.
                Now start Latchkey. Store the new head that --audit-verify prints: the old one is of a trail that is gone.""");
    }
}
