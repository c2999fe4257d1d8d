package dev.latchkey.twofactor.restore;

import dev.latchkey.account.RestoreMark;
import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RetryOnConcurrencyFailure;
import dev.latchkey.mail.Outbox;
import dev.latchkey.twofactor.notice.SecurityNotice;
import dev.latchkey.twofactor.secret.SecretMail;
import dev.latchkey.twofactor.totp.Totp;
import dev.latchkey.user.administration.ConsoleAccess;
import dev.latchkey.user.restore.RestoredUsers;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes everything worthless that worked once, or for a while, when a restored backup was taken: it may have been used, replaced or
 * stolen since. Only for the console: no page may call it.
 */
@Service
@NamedInterface("api")
public class AfterRestore {

    private final RestoreMark mark;
    private final RestoredUsers users;
    private final ConsoleAccess console;
    private final RestoredEnrolmentRepository enrolments;
    private final Outbox outbox;
    private final AuditTrail auditTrail;
    private final Clock clock;

    AfterRestore(
            RestoreMark mark,
            RestoredUsers users,
            ConsoleAccess console,
            RestoredEnrolmentRepository enrolments,
            Outbox outbox,
            AuditTrail auditTrail,
            Clock clock) {
        this.mark = mark;
        this.users = users;
        this.console = console;
        this.enrolments = enrolments;
        this.outbox = outbox;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Ends sessions; voids codes, recovery codes, unproven secrets, links and known browsers; notifies the administrators. Passwords and
     * authenticator apps stay as they were when the backup was taken. It may run again, and while the server runs.
     *
     * @return empty if the database has no mark of a restored backup, in which case nothing was changed
     */
    @RetryOnConcurrencyFailure
    @Transactional
    public Optional<Report> run() {
        // First, because everything that locks the account locks it before anything else
        return mark.remove().map(backupTakenAt -> complete(Optional.of(backupTakenAt)));
    }

    /** The same as {@link #run}, with or without a mark: of a backup by another tool, or twice. */
    @RetryOnConcurrencyFailure
    @Transactional
    public Report runWithoutMark() {
        return complete(mark.remove());
    }

    private Report complete(Optional<Instant> backupTakenAt) {
        var pending = enrolments.destroyPending();
        // Phones may be ahead by the window, and the next code may have been used before the restore
        var apps = enrolments.spendAllUntil(clock.instant().getEpochSecond(), Totp.WINDOW_STEPS);
        var recoveryCodes = enrolments.voidRecoveryCodes();
        enrolments.endImports();
        var access = users.voidAccess();
        SecretMail.KINDS.forEach(outbox::withdrawAll);
        console.activeAdministrators().forEach(id -> outbox.tell(SecurityNotice.BACKUP_RESTORED, id));
        auditTrail.record(
                AuditAction.BACKUP_RESTORED,
                null,
                null,
                "",
                backupTakenAt.map(Instant::toString).orElse(""));
        return new Report(
                backupTakenAt,
                access.users(),
                access.knownBrowsers(),
                access.links(),
                access.invited(),
                apps,
                recoveryCodes,
                pending);
    }

    /**
     * What it has done.
     *
     * @param backupTakenAt empty if the backup did not say so
     * @param users how many users were logged out, if they were logged in
     * @param knownBrowsers how many known browsers were forgotten
     * @param links how many links in mails are void
     * @param invited how many users have been invited, and need another invitation
     * @param apps how many users need the next code of their authenticator app
     * @param recoveryCodes how many users lost their recovery codes
     * @param pending how many users lost a secret that waited for its first code
     */
    public record Report(
            Optional<Instant> backupTakenAt,
            int users,
            int knownBrowsers,
            int links,
            int invited,
            int apps,
            int recoveryCodes,
            int pending) {}
}
