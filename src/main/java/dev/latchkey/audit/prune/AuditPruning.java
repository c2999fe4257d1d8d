package dev.latchkey.audit.prune;

import dev.latchkey.audit.AuditAction;
import dev.latchkey.audit.AuditTrail;
import dev.latchkey.audit.AuditTriggers;
import dev.latchkey.audit.seal.AuditVerification;
import dev.latchkey.audit.seal.EntriesHash;
import dev.latchkey.audit.seal.PruneMark;
import dev.latchkey.audit.seal.PruneMarkRepository;
import dev.latchkey.audit.seal.Seal;
import dev.latchkey.audit.seal.SealKeys;
import dev.latchkey.audit.seal.SealRepository;
import dev.latchkey.audit.seal.SealedEntry;
import dev.latchkey.audit.seal.SealedEntryRepository;
import dev.latchkey.common.FileFailure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves whole seals with their entries from the trail to an archive. It needs the owner of the tables: triggers keep the application's
 * database user from removing anything. Whatever stops it, the entries are in the trail or in the archive, or in both.
 */
@Component
@NamedInterface("api")
public class AuditPruning {

    private static final int BATCH = 1_000;

    private final AuditVerification verification;
    private final PruneMarkRepository marks;
    private final SealRepository seals;
    private final SealedEntryRepository trail;
    private final SealKeys keys;
    private final AuditArchive archive;
    private final AuditTrail auditTrail;
    private final TransactionTemplate transaction;

    AuditPruning(
            AuditVerification verification,
            PruneMarkRepository marks,
            SealRepository seals,
            SealedEntryRepository trail,
            SealKeys keys,
            AuditArchive archive,
            AuditTrail auditTrail,
            TransactionTemplate transaction) {
        this.verification = verification;
        this.marks = marks;
        this.seals = seals;
        this.trail = trail;
        this.keys = keys;
        this.archive = archive;
        this.auditTrail = auditTrail;
        this.transaction = transaction;
    }

    /**
     * Moves what was sealed before that time to a new archive. The newest seal always stays.
     *
     * @return how many entries; 0, and there is no archive, if there are none
     * @throws PruningException if the trail is not intact, the archive cannot be written, the database user is not the owner
     *     of the tables, or the database fails while entries are removed
     * @throws DataAccessException if the database fails before; nothing was removed then
     */
    public long prune(Instant before, Path file) {
        var mark = PruneMark.newestGenuine(marks.all(), keys);
        // What an earlier run has left, which was killed
        asOwner(() -> delete(mark));
        var findings = verification.verify("").findings();
        if (!findings.isEmpty()) {
            throw new PruningException(
                    "The audit trail isn't intact, and what is left of it should stay. See --audit-verify. The first finding: "
                            + findings.getFirst());
        }
        var last = seals.lastBefore(before).filter(seal -> seal.id() > mark.lastSealId());
        if (last.isEmpty()) {
            return 0;
        }
        var entries = trail.count(mark.lastEntryId(), last.get().lastEntryId());
        write(file, mark, last.get());
        var next = mark.next(last.get(), trail.now(), keys);
        asOwner(() -> {
            begin(next, entries);
            delete(next);
        });
        return entries;
    }

    private void write(Path file, PruneMark mark, Seal last) {
        try {
            archive.write(file, mark.lastSeal(), sealsAfter(mark.lastSeal(), last));
            if (!isWhole(file, last)) {
                Files.delete(file);
                throw new PruningException("The archive isn't what the trail is. Try again.");
            }
        } catch (FileAlreadyExistsException e) {
            throw new PruningException("There is already a file at " + file + ".");
        } catch (IOException e) {
            throw new PruningException("Can't write the archive %s: %s.".formatted(file, FileFailure.reason(e)));
        }
    }

    private boolean isWhole(Path file, Seal last) throws IOException {
        try {
            var report = archive.verify(file);
            return report.findings().isEmpty() && report.head().equals(last.head());
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private Stream<ArchivedSeal> sealsAfter(Seal previous, Seal last) {
        return Stream.iterate(next(previous), seal -> seal.id() <= last.id(), this::next)
                .map(seal -> new ArchivedSeal(seal, entriesOf(seal)));
    }

    private Seal next(Seal previous) {
        return seals.after(previous.id(), 1).getFirst();
    }

    private ArrayList<SealedEntry> entriesOf(Seal seal) {
        var entries = new ArrayList<SealedEntry>();
        trail.read(seal.firstEntryId(), seal.lastEntryId(), row -> entries.add(EntriesHash.read(row)));
        return entries;
    }

    /** The mark and the first removal together: who may not remove anything leaves no mark. */
    private void begin(PruneMark mark, long entries) {
        transaction.executeWithoutResult(status -> {
            marks.insert(mark);
            auditTrail.record(
                    AuditAction.AUDIT_TRAIL_PRUNED,
                    null,
                    null,
                    "",
                    "%d entries, up to the id %d".formatted(entries, mark.lastEntryId()));
            marks.deleteEntries(mark.lastEntryId(), BATCH);
        });
    }

    private static void asOwner(Runnable removal) {
        try {
            removal.run();
        } catch (DataAccessException | TransactionException e) {
            var advice = AuditTriggers.areCauseOf(e)
                    ? "The database user can't remove entries. Set SPRING_LIQUIBASE_USER and SPRING_LIQUIBASE_PASSWORD to the owner of the tables, and start this version of Latchkey once."
                    : "The database failed. Run the command again with a new file.";
            throw new PruningException(
                    "%s Keep the archive, if one was written, until --audit-verify finds nothing. The database says: %s"
                            .formatted(
                                    advice,
                                    NestedExceptionUtils.getMostSpecificCause(e).getMessage()));
        }
    }

    private void delete(PruneMark mark) {
        repeat(() -> marks.deleteEntries(mark.lastEntryId(), BATCH));
        repeat(() -> marks.deleteSeals(mark.lastSealId(), BATCH));
    }

    private static void repeat(IntSupplier step) {
        var deleted = BATCH;
        while (deleted == BATCH) {
            deleted = step.getAsInt();
        }
    }
}
