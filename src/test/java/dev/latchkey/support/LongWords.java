package dev.latchkey.support;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Keys and recovery codes, thousands by the end of a run, which are searched for in every line of its log: each stretch of
 * {@value #SHORTEST} characters is hashed from the one before it, and only where a word begins with that hash is it looked up.
 */
final class LongWords {

    /** The characters that each has at least. */
    static final int SHORTEST = 24;

    private static final int BASE = 31;
    private static final int HASHES = 1 << 16;
    private static final int WEIGHT_OF_FIRST = weightOfFirst();

    private final Map<Integer, Set<String>> byLength = new ConcurrentHashMap<>();
    private final AtomicIntegerArray beginnings = new AtomicIntegerArray(HASHES);

    void add(String word) {
        byLength.computeIfAbsent(word.length(), length -> ConcurrentHashMap.newKeySet())
                .add(word);
        beginnings.set(bucket(hash(word, 0)), 1);
    }

    void remove(String word) {
        var words = byLength.get(word.length());
        if (words != null) {
            words.remove(word);
        }
    }

    /** Whether one of them stands between these two places of the text. */
    boolean isIn(String text, int from, int to) {
        if (to - from < SHORTEST) {
            return false;
        }
        var hash = hash(text, from);
        for (var start = from; true; start++) {
            if (beginnings.get(bucket(hash)) != 0 && isAt(text, start, to)) {
                return true;
            }
            if (start + SHORTEST == to) {
                return false;
            }
            hash = (hash - text.charAt(start) * WEIGHT_OF_FIRST) * BASE + text.charAt(start + SHORTEST);
        }
    }

    private boolean isAt(String text, int start, int to) {
        return byLength.entrySet().stream()
                .anyMatch(words -> start + words.getKey() <= to
                        && words.getValue().contains(text.substring(start, start + words.getKey())));
    }

    private static int hash(String text, int start) {
        var hash = 0;
        for (var i = start; i < start + SHORTEST; i++) {
            hash = hash * BASE + text.charAt(i);
        }
        return hash;
    }

    private static int bucket(int hash) {
        return (hash ^ hash >>> 16) & HASHES - 1;
    }

    private static int weightOfFirst() {
        var weight = 1;
        for (var i = 1; i < SHORTEST; i++) {
            weight *= BASE;
        }
        return weight;
    }
}
