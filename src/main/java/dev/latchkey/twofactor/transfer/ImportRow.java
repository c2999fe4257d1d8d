package dev.latchkey.twofactor.transfer;

import dev.latchkey.twofactor.transfer.file.ImportRemark;
import java.util.Arrays;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * A row of an import as it is shown.
 *
 * @param email or what was in its place
 * @param groups names, separated by commas
 * @param remarks names of {@link ImportRemark}, separated by commas
 * @param app whether an authenticator app comes along
 * @param unknownGroups names of groups that do not exist here, separated by commas
 */
@NamedInterface("api")
public record ImportRow(
        int line,
        String email,
        String name,
        String groups,
        ImportFate fate,
        boolean app,
        String remarks,
        String unknownGroups,
        RowStatus status) {

    /** What must be known about the row. */
    public List<ImportRemark> remarkList() {
        return Arrays.stream(remarks.split(","))
                .filter(name -> !name.isEmpty())
                .map(ImportRemark::valueOf)
                .toList();
    }
}
