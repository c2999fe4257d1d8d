package dev.latchkey.twofactor.transfer.run;

import dev.latchkey.twofactor.enrolment.ImportedEnrolments;
import dev.latchkey.twofactor.enrolment.ImportedEnrolments.Adopted;
import dev.latchkey.twofactor.keyset.StagingCipher;
import dev.latchkey.twofactor.transfer.ImportFate;
import dev.latchkey.twofactor.transfer.ImportPayload;
import dev.latchkey.twofactor.transfer.RowStatus;
import dev.latchkey.twofactor.transfer.StagedRow;
import dev.latchkey.twofactor.transfer.file.ImportRemark;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.transfer.ImportedUsers;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Imports one row, or takes it back, with all that belongs to it. What the administrator may do is asked again for each. */
@Component
class ImportWorker {

    private final ImportWorkRepository work;
    private final ImportedUsers importedUsers;
    private final ImportedEnrolments enrolments;
    private final UserService users;
    private final StagingCipher cipher;

    ImportWorker(
            ImportWorkRepository work,
            ImportedUsers importedUsers,
            ImportedEnrolments enrolments,
            UserService users,
            StagingCipher cipher) {
        this.work = work;
        this.importedUsers = importedUsers;
        this.enrolments = enrolments;
        this.users = users;
        this.cipher = cipher;
    }

    /** Imports it; throws if that is no longer possible, and the caller rolls back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(StagedRow row) {
        var payload = row.open(cipher).orElseThrow(() -> new RowRefusedException(ImportRemark.UNREADABLE_ROW));
        var bringsFactors =
                payload.storedHash().isPresent() || payload.importedSecret().isPresent();
        require(importedUsers.isPermitted(row.actorId(), Permission.MANAGE_USERS_AND_GROUPS)
                && (!bringsFactors || importedUsers.isPermitted(row.actorId(), Permission.MANAGE_ACCOUNT)));
        if (row.fate() == ImportFate.EXISTS) {
            change(row, payload);
        } else {
            create(row, payload);
        }
    }

    private void create(StagedRow row, ImportPayload payload) {
        var email = new EmailAddress(row.email());
        if (!importedUsers.keptForFormerUsers(Set.of(email.value())).isEmpty()) {
            throw new RowRefusedException(ImportRemark.ADDRESS_KEPT);
        }
        var hash = payload.storedHash().orElse(null);
        var userId = importedUsers
                .create(row.actorId(), email, row.name(), hash, payload.enabled(), payload.groups())
                .orElseThrow(() -> new RowRefusedException(ImportRemark.DUPLICATE));
        payload.importedSecret()
                .ifPresent(app -> enrolments.adopt(userId, app.secret(), app.parameters(), app.entry()));
        if (payload.needsNewApp()) {
            enrolments.requireNewApp(userId);
        }
        work.end(row.runId(), row.position(), RowStatus.DONE, userId, null, false);
    }

    private void change(StagedRow row, ImportPayload payload) {
        var userId = users.findByEmail(new EmailAddress(row.email()))
                .orElseThrow(() -> new RowRefusedException(ImportRemark.NO_SUCH_USER))
                .id();
        require(importedUsers.isOver(row.actorId(), userId));
        // First, because it may wait for other changes of administrators
        var adopted = adopt(row, userId, payload);
        importedUsers
                .join(row.actorId(), userId, payload.groups())
                .forEach(group -> work.rememberMembership(row.runId(), userId, group));
        work.end(
                row.runId(),
                row.position(),
                RowStatus.DONE,
                userId,
                adopted.map(Adopted::version).orElse(null),
                adopted.map(Adopted::personalSwitch).orElse(false));
    }

    /** Gives the user their app, or says why not; if there is nothing else to import, that is the fate of the row. */
    private Optional<Adopted> adopt(StagedRow row, long userId, ImportPayload payload) {
        var app = payload.importedSecret().filter(secret -> row.actorId() != userId);
        if (app.isEmpty()) {
            return Optional.empty();
        }
        var refusal = enrolments.refusalFor(row.actorId(), userId).map(RowRefusedException::remark);
        var adopted = refusal.isPresent()
                ? Optional.<Adopted>empty()
                : enrolments.adoptForExisting(
                        row.actorId(),
                        userId,
                        app.get().secret(),
                        app.get().parameters(),
                        app.get().entry());
        if (adopted.isEmpty()) {
            var reason = refusal.orElse(ImportRemark.SECRET_KEPT);
            if (payload.groups().isEmpty()) {
                throw new RowRefusedException(reason);
            }
            work.leaveAppOut(row.runId(), row.position(), reason.name());
        }
        return adopted;
    }

    /** Takes back what {@link #take} did, unless the administrator may not do that now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(StagedRow row) {
        var userId = Objects.requireNonNull(row.userId());
        var gone = users.find(userId).isEmpty()
                || importedUsers.isOver(row.actorId(), userId)
                        && (row.fate() == ImportFate.EXISTS
                                ? undoChange(row, userId)
                                : importedUsers.remove(row.actorId(), userId));
        var status = gone ? RowStatus.UNDONE : RowStatus.KEPT;
        work.end(row.runId(), row.position(), status, row.userId(), null, false);
    }

    private boolean undoChange(StagedRow row, long userId) {
        var groups = work.memberships(row.runId(), userId);
        if (!groups.isEmpty() && !importedUsers.leave(row.actorId(), userId, groups)) {
            return false;
        }
        Optional.ofNullable(row.secretVersion())
                .ifPresent(version ->
                        enrolments.withdraw(row.actorId(), userId, new Adopted(version, row.personalSwitch())));
        return true;
    }

    private static void require(boolean permitted) {
        if (!permitted) {
            throw new RowRefusedException(ImportRemark.NOT_PERMITTED);
        }
    }
}
