package dev.latchkey.component.form;

import com.vaadin.flow.component.Component;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Merges the fields of a form, one by one, and describes in sentences what somebody else has changed. */
public final class Differences {

    private final Component view;
    private final List<String> sentences = new ArrayList<>();

    /** Starts without differences; the sentences are in the language of that view. */
    Differences(Component view) {
        this.view = view;
    }

    /** Returns the merged value of a field with a single value. */
    public <V> V merge(String label, V seen, V typed, V current, Function<V, String> words) {
        if (!seen.equals(current)) {
            var now = words.apply(current);
            sentences.add(view.getTranslation(now.isEmpty() ? "edit.emptied" : "edit.value", label, now));
        }
        return typed.equals(seen) ? current : typed;
    }

    /** Returns the merged value of a field with a set: the stored items, with the user's additions and removals applied. */
    public <V> Set<V> mergeAll(String label, Set<V> seen, Set<V> typed, Set<V> current, Function<V, String> words) {
        add("edit.added", label, without(current, seen), words);
        add("edit.removed", label, without(seen, current), words);
        var merged = new HashSet<>(current);
        merged.addAll(without(typed, seen));
        merged.removeAll(without(seen, typed));
        return merged;
    }

    /** The sentences, one for each difference. */
    List<String> sentences() {
        return List.copyOf(sentences);
    }

    private <V> void add(String key, String label, Set<V> some, Function<V, String> words) {
        if (!some.isEmpty()) {
            sentences.add(view.getTranslation(
                    key, label, some.stream().map(words).sorted().collect(Collectors.joining(", "))));
        }
    }

    private static <V> Set<V> without(Set<V> some, Set<V> others) {
        var rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
