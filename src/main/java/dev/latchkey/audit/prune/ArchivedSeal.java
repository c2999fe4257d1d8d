package dev.latchkey.audit.prune;

import dev.latchkey.audit.seal.Seal;
import dev.latchkey.audit.seal.SealedEntry;
import java.util.List;

/** A line of an archive: a seal with its entries. */
record ArchivedSeal(Seal seal, List<SealedEntry> entries) {}
