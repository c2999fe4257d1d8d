package dev.latchkey.audit.seal;

import java.util.ArrayList;
import java.util.List;

/** The entries whose browser is under no seal, as sentences: seals that follow one another have one together. */
public final class UncoveredBrowsers {

    private final List<String> sentences = new ArrayList<>();
    private long lastSeal = -1;
    private long first;

    /** Adds the entries of a seal that have a browser; call it in the order of the seals. */
    public void add(Seal seal, EntriesHash entries) {
        if (seal.id() == lastSeal + 1) {
            sentences.removeLast();
        } else {
            first = entries.firstWithBrowser();
        }
        lastSeal = seal.id();
        sentences.add(
                "The browser of entries %d to %d isn't covered by a seal: a server of an earlier version sealed them, or someone added the browser later."
                        .formatted(first, entries.lastWithBrowser()));
    }

    /** What was found so far. */
    public List<String> sentences() {
        return sentences;
    }
}
