package dev.latchkey.operation.command;

import dev.latchkey.twofactor.restore.AfterRestore;
import java.io.PrintStream;
import java.util.stream.Stream;

/** {@code --after-restore} completes the restore of a backup, before the server starts. */
final class AfterRestoreCommand {

    private AfterRestoreCommand() {}

    /** Runs the command without the server, and prints what it has done; returns the exit code. */
    static int run(PrintStream out, String[] args) {
        try (var application = OfflineApplication.start(args)) {
            print(application.getBean(AfterRestore.class).run(), out);
            return 0;
        }
    }

    private static void print(AfterRestore.Report report, PrintStream out) {
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
