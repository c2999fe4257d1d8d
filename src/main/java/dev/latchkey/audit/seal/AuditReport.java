package dev.latchkey.audit.seal;

import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * What a verification of the audit trail has found.
 *
 * @param findings a sentence for whatever has been tampered with; empty where nothing has
 * @param sealedEntries how many entries are under a seal
 * @param unsealedEntries how many are younger than the newest seal, of which nothing can be said
 * @param overdue whether some of those should have been sealed long ago
 * @param seals how many seals there are
 * @param head the code of the newest seal; empty while there is none
 */
@NamedInterface("api")
public record AuditReport(
        List<String> findings, long sealedEntries, long unsealedEntries, boolean overdue, long seals, String head) {

    /** Whether nothing has been tampered with, as far as seals can tell. */
    public boolean isWhole() {
        return findings.isEmpty();
    }
}
