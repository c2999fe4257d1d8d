package dev.latchkey.audit.seal;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * The result of a verification of the audit trail.
 *
 * @param findings a sentence for everything that has been tampered with; empty if nothing has
 * @param remarks a sentence for everything that no seal covers although it looks as if one did; not proof of tampering
 * @param sealedEntries how many entries are under a seal
 * @param unsealedEntries how many are newer than the newest seal and cannot be verified
 * @param overdue whether some of those should have been sealed long ago
 * @param seals how many seals there are
 * @param headId the number of the newest seal; 0 if there is none
 * @param prunedUpTo the id of the last entry that was pruned; 0 if none was
 * @param head the code of the newest seal; empty if there is none
 */
@NamedInterface("api")
public record AuditReport(
        List<String> findings,
        List<String> remarks,
        long sealedEntries,
        long unsealedEntries,
        boolean overdue,
        long seals,
        long headId,
        long prunedUpTo,
        String head) {

    /** Whether nothing has been tampered with, as far as seals can show. */
    public boolean isWhole() {
        return findings.isEmpty();
    }
}
