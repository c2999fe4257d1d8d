package dev.latchkey.audit.seal;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Verifies the audit trail against its seals, read-only and in bounded memory. */
@Service
@Import(SealedEntryRepository.class) // For the command, which uses this class and not the package
@NamedInterface("api")
public class AuditVerification {

    private static final int PAGE = 500;
    private static final long BELOW_ALL = Long.MIN_VALUE;

    private final SealedEntryRepository trail;
    private final SealRepository seals;
    private final PruneMarkRepository marks;
    private final SealKeys keys;

    AuditVerification(SealedEntryRepository trail, SealRepository seals, PruneMarkRepository marks, SealKeys keys) {
        this.trail = trail;
        this.seals = seals;
        this.marks = marks;
        this.keys = keys;
    }

    /**
     * Verifies the whole trail, as of one moment.
     *
     * @param keptHead a head from an earlier report that must still be in the chain; empty for none
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public AuditReport verify(String keptHead) {
        var findings = new ArrayList<String>();
        var times = new RecordingTimes();
        var browsers = new UncoveredBrowsers();
        var mark = beginning(findings);
        var last = mark.lastSeal();
        var count = 0L;
        var entriesInRanges = 0L;
        var keptHeadSeen = keptHead.isEmpty() || last.head().equalsIgnoreCase(keptHead);
        List<Seal> page;
        do {
            page = seals.after(last.id(), PAGE);
            var entries = entriesUnder(page);
            for (var i = 0; i < page.size(); i++) {
                var seal = page.get(i);
                checkSeal(seal, last, findings);
                var coverage = seal.coverageOf(entries.of(i));
                if (coverage == SealCoverage.NOTHING) {
                    findings.add(difference(seal, entries.of(i)));
                } else {
                    times.check(seal, entries.of(i)).ifPresent(findings::add);
                }
                if (coverage == SealCoverage.ALL_BUT_BROWSERS) {
                    browsers.add(seal, entries.of(i));
                }
                entriesInRanges += entries.of(i).count();
                keptHeadSeen |= seal.head().equalsIgnoreCase(keptHead);
                last = seal;
            }
            count += page.size();
        } while (page.size() == PAGE);
        var sealed = trail.count(mark.id() == 0 ? BELOW_ALL : mark.lastEntryId(), last.lastEntryId());
        if (sealed != entriesInRanges) {
            findings.add("%d entries up to the id %d aren't under any seal."
                    .formatted(sealed - entriesInRanges, last.lastEntryId()));
        }
        if (!keptHeadSeen) {
            findings.add(
                    "No seal has the head that you entered. The newest seals have been removed since then, a backup from"
                            + " before it was restored, or the head is from another trail"
                            + (mark.id() == 0 ? "." : ", or from a seal that --audit-prune has moved to an archive."));
        }
        var unsealed = trail.unsealedAfter(last.lastEntryId());
        return new AuditReport(
                findings,
                browsers.sentences(),
                sealed,
                unsealed.entries(),
                unsealed.overdue(),
                count,
                last.id(),
                mark.lastEntryId(),
                last.head());
    }

    /** Where the trail begins. */
    private PruneMark beginning(List<String> findings) {
        var all = marks.all();
        var forged = all.stream().filter(mark -> !mark.isGenuine(keys)).count();
        if (forged > 0) {
            findings.add(
                    "%d records of what was pruned have been changed, or Latchkey didn't make them.".formatted(forged));
        }
        var mark = PruneMark.newestGenuine(all, keys);
        var left = trail.count(BELOW_ALL, mark.lastEntryId());
        if (mark.id() > 0 && left > 0) {
            findings.add(
                    "%d entries up to the id %d are left although they were pruned. Run --audit-prune again. If it wasn't interrupted, someone added them."
                            .formatted(left, mark.lastEntryId()));
        }
        return mark;
    }

    private SealedEntries entriesUnder(List<Seal> page) {
        var entries = new SealedEntries(page);
        if (!page.isEmpty()) {
            trail.read(page.getFirst().firstEntryId(), page.getLast().lastEntryId(), entries);
        }
        return entries;
    }

    private void checkSeal(Seal seal, Seal previous, List<String> findings) {
        if (seal.id() != previous.id() + 1) {
            findings.add("Seals missing before seal %d: %d, for %s."
                    .formatted(
                            seal.id(),
                            seal.id() - previous.id() - 1,
                            range(previous.lastEntryId() + 1, seal.firstEntryId() - 1)));
        } else if (!keys.has(seal.keyId())) {
            findings.add("Seal %d can't be checked: the keyset doesn't contain its key, %d."
                    .formatted(seal.id(), Integer.toUnsignedLong(seal.keyId())));
        } else if (!seal.isGenuineAfter(previous, keys)) {
            findings.add("Seal %d has been changed, or Latchkey didn't make it.".formatted(seal.id()));
        }
    }

    private static String difference(Seal seal, EntriesHash entries) {
        var difference = entries.count() - seal.entryCount();
        var what = difference == 0
                ? "changed"
                : difference < 0 ? "%d missing".formatted(-difference) : "%d added".formatted(difference);
        return "The %d entries of seal %d, made at %s UTC for %s: %s."
                .formatted(
                        seal.entryCount(),
                        seal.id(),
                        seal.sealedAt(),
                        range(seal.firstEntryId(), seal.lastEntryId()),
                        what);
    }

    private static String range(long first, long last) {
        return first == last ? "the id %d".formatted(first) : "the ids %d to %d".formatted(first, last);
    }
}
