package dev.latchkey.twofactor.transfer;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.common.RefusedException;
import dev.latchkey.common.client.Client;
import dev.latchkey.user.access.Permission;
import dev.latchkey.user.access.PermittedActor;
import dev.latchkey.user.access.SteppedUpActor;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An administrator's own imports. The work is done in the background, on any node. */
@Service
@NamedInterface("api")
public class Imports {

    /** How long the rows of an import are kept after it was confirmed. */
    public static final Duration LIFE = Duration.ofDays(1);

    private final ImportRepository imports;
    private final AuditTrail auditTrail;
    private final Clock clock;

    Imports(ImportRepository imports, AuditTrail auditTrail, Clock clock) {
        this.imports = imports;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** The actor's latest import; empty if there is none any more. */
    @PermittedActor(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public Optional<ImportSummary> latest(long actorId) {
        return imports.latest(actorId, clock.instant());
    }

    /** Rows of the actor's import, in the order of the file; of all fates for null. */
    @PermittedActor(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public List<ImportRow> rows(long actorId, long runId, @Nullable ImportFate fate, int offset, int limit) {
        return imports.rows(runId, actorId, fate, offset, limit);
    }

    /** How many {@link #rows} there are in all. */
    @PermittedActor(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional(readOnly = true)
    public int countRows(long actorId, long runId, @Nullable ImportFate fate) {
        return imports.countRows(runId, actorId, fate);
    }

    /**
     * Imports what the dry run has shown, in the background.
     *
     * @throws RefusedException if that has expired, or there is a newer one
     */
    @SteppedUpActor(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void start(long actorId, long runId) {
        var now = clock.instant();
        if (!imports.start(runId, actorId, Client.current(), now, now.plus(LIFE))) {
            throw new RefusedException("import.refused.expired");
        }
        var rows = imports.latest(actorId, now).map(ImportSummary::total).orElse(0);
        auditTrail.record(AuditAction.USERS_IMPORTED, actorId, null, "", String.valueOf(rows));
    }

    /**
     * Takes back what the import has done, in the background, before the invitations leave. Users who have logged in meanwhile stay.
     *
     * @throws RefusedException if it is too late
     */
    @SteppedUpActor(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void undo(long actorId, long runId) {
        if (!imports.undo(runId, actorId, Client.current(), clock.instant())) {
            throw new RefusedException("import.refused.too-late");
        }
        imports.forgetPlanned(runId);
        auditTrail.record(AuditAction.IMPORT_UNDONE, actorId, null, "");
    }

    /**
     * Lets the invitations leave now.
     *
     * @throws RefusedException if they do not wait
     */
    @SteppedUpActor(Permission.MANAGE_USERS_AND_GROUPS)
    @Transactional
    public void sendNow(long actorId, long runId) {
        if (!imports.sendNow(runId, actorId, Client.current(), clock.instant())) {
            throw new RefusedException("import.refused.too-late");
        }
    }
}
