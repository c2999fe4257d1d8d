package dev.latchkey.twofactor.transfer.run;

import dev.latchkey.common.RefusedException;
import dev.latchkey.twofactor.transfer.ImportStatus;
import dev.latchkey.twofactor.transfer.RowStatus;
import dev.latchkey.twofactor.transfer.StagedRow;
import dev.latchkey.user.transfer.ImportedUsers;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works on imports, on every node: a transaction for each row, so that a node that stops leaves nothing half done and another goes
 * on.
 */
@Component
class ImportJob {

    /** How long an import can be undone, before the invitations leave. */
    static final Duration REFLECTION = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(ImportJob.class);

    // Because a run of any job is bounded
    private static final int ROWS = 500;

    private final ImportWorkRepository work;
    private final ImportWorker worker;
    private final ImportedUsers users;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ImportJob(
            ImportWorkRepository work,
            ImportWorker worker,
            ImportedUsers users,
            TransactionTemplate transaction,
            Clock clock) {
        this.work = work;
        this.worker = worker;
        this.users = users;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Goes on with whatever there is to do. */
    @Scheduled(fixedDelay = 1_000)
    public void goOn() {
        try {
            work.giveUpRows();
            work.runs(ImportStatus.RUNNING).forEach(this::importRows);
            work.beginInviting(clock.instant());
            work.endVoid();
            work.runs(ImportStatus.INVITING).forEach(this::invite);
            work.runs(ImportStatus.UNDOING).forEach(this::takeBack);
        } catch (DataAccessException e) {
            LOG.warn("Can't go on with an import right now: {}", e.getClass());
        }
    }

    private void importRows(long run) {
        if (workOn(run, ImportStatus.RUNNING, RowStatus.PLANNED, worker::take)) {
            work.advance(
                    run,
                    ImportStatus.RUNNING,
                    ImportStatus.WAITING,
                    RowStatus.PLANNED,
                    null,
                    clock.instant().plus(REFLECTION));
        }
    }

    private void takeBack(long run) {
        if (workOn(run, ImportStatus.UNDOING, RowStatus.DONE, worker::takeBack)) {
            work.advance(run, ImportStatus.UNDOING, ImportStatus.UNDONE, RowStatus.DONE, null, clock.instant());
        }
    }

    /** Returns whether nothing is left. */
    private boolean workOn(long run, ImportStatus status, RowStatus from, Consumer<StagedRow> action) {
        for (var i = 0; i < ROWS; i++) {
            if (!next(run, status, from, action)) {
                return true;
            }
        }
        return false;
    }

    private boolean next(long run, ImportStatus status, RowStatus from, Consumer<StagedRow> action) {
        var taken = new AtomicReference<@Nullable StagedRow>();
        try {
            transaction.executeWithoutResult(begun -> work.hold(run, status)
                    .ifPresent(actor -> work.take(run, actor.actorId(), from).ifPresent(row -> {
                        taken.set(row);
                        actor.client().run(() -> action.accept(row));
                    })));
        } catch (RefusedException refused) {
            fail(taken.get(), refused);
        }
        return taken.get() != null;
    }

    private void fail(@Nullable StagedRow row, RefusedException refused) {
        if (row != null) {
            work.fail(
                    row.runId(),
                    row.position(),
                    RowRefusedException.remark(refused).name());
        }
    }

    private void invite(long run) {
        while (Boolean.TRUE.equals(transaction.execute(begun -> inviteSome(run)))) {
            // Until none is left
        }
        work.advance(run, ImportStatus.INVITING, ImportStatus.DONE, RowStatus.DONE, "INVITED", clock.instant());
    }

    private boolean inviteSome(long run) {
        var actor = work.hold(run, ImportStatus.INVITING);
        if (actor.isEmpty()) {
            return false;
        }
        var some = work.takeToInvite(run);
        if (some.isEmpty()) {
            return false;
        }
        var stillInvited = work.stillInvited(some);
        actor.get().client().run(() -> users.invite(actor.get().actorId(), stillInvited));
        work.markSent(run, some);
        return true;
    }
}
