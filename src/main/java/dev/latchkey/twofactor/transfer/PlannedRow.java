package dev.latchkey.twofactor.transfer;

import dev.latchkey.twofactor.transfer.file.ImportRemark;
import dev.latchkey.twofactor.transfer.file.ImportedPerson;
import java.util.List;
import java.util.Set;

/**
 * A row with its fate.
 *
 * @param groups names of those that it joins
 * @param unknownGroups names of those that do not exist here
 */
record PlannedRow(
        ImportedPerson person,
        ImportFate fate,
        List<String> groups,
        List<String> unknownGroups,
        Set<ImportRemark> remarks,
        ImportPayload payload) {}
