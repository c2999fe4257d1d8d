package dev.latchkey.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/** A table of what comes of each event, a column, in each state, a row; the first row and the first column name them. */
public final class OutcomeTable {

    private final List<List<String>> rows;

    private OutcomeTable(List<List<String>> rows) {
        this.rows = rows;
    }

    /** The table that is written with a line a row and a bar between two cells. */
    public static OutcomeTable of(String text) {
        return new OutcomeTable(text.lines().map(OutcomeTable::cells).toList());
    }

    /** Tries every event in every state and compares the whole table at once, so that a failure shows all that differs. */
    public void mustHold(BinaryOperator<String> outcome) {
        var events = rows.getFirst().subList(1, rows.getFirst().size());
        var states = rows.subList(1, rows.size());
        var actual = states.stream()
                .map(state -> state.getFirst() + " | "
                        + events.stream()
                                .map(event -> outcome.apply(state.getFirst(), event))
                                .collect(Collectors.joining(" | ")))
                .collect(Collectors.joining("\n"));

        assertThat(actual)
                .isNotEmpty()
                .isEqualTo(
                        states.stream().map(state -> String.join(" | ", state)).collect(Collectors.joining("\n")));
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|")).map(String::strip).toList();
    }
}
