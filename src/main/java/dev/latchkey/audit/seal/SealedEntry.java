package dev.latchkey.audit.seal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is sealed.
 *
 * @param texts its other columns, in the order of {@link EntriesHash#COLUMNS}; without the browser if it was not recorded
 */
public record SealedEntry(long id, List<@Nullable String> texts) {}
