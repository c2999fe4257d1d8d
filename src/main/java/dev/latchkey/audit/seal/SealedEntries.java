package dev.latchkey.audit.seal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Groups the stored entries, in the order of their ids, by the seal whose range they are in. */
final class SealedEntries implements RowCallbackHandler {

    private final List<Seal> seals;
    private final List<EntriesHash> hashes;
    private int current;

    SealedEntries(List<Seal> seals) {
        this.seals = seals;
        this.hashes = seals.stream().map(seal -> new EntriesHash()).toList();
    }

    @Override
    public void processRow(ResultSet row) throws SQLException {
        var id = row.getLong("id");
        while (current < seals.size() && id > seals.get(current).lastEntryId()) {
            current++;
        }
        if (current < seals.size() && id >= seals.get(current).firstEntryId()) {
            hashes.get(current).add(row);
        }
    }

    /** The entries in the range of the seal with that number. */
    EntriesHash of(int index) {
        return hashes.get(index);
    }
}
