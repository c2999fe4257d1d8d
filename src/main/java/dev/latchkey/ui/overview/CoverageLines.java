package dev.latchkey.ui.overview;

import dev.latchkey.twofactor.evidence.ObservedDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * Draws the active and the protected users of some days as two lines. Between days without an observation, a line goes straight on.
 * Colours come from the style sheet: the Content Security Policy forbids inline styles.
 *
 * @param days at least two, in order
 */
record CoverageLines(List<ObservedDay> days) {

    private static final int LEFT = 48;
    private static final int RIGHT = 592;
    private static final int TOP = 12;
    private static final int BOTTOM = 172;

    /** The picture; all texts are in the reader's language. */
    String svg(String title, String description, String active, String protectedUsers, String from, String to) {
        var most = scale();
        return """
                <svg viewBox="0 0 600 204" role="img" aria-labelledby="coverage-title coverage-description"
                     xmlns="http://www.w3.org/2000/svg">
                <title id="coverage-title">%s</title><desc id="coverage-description">%s</desc>
                <g class="chart-grid">%s%s%s</g>
                <polygon class="chart-area" points="%s,%d %s %s,%d"/>
                <polyline class="chart-line active" points="%s"/>
                <polyline class="chart-line protected" points="%s"/>
                <g class="chart-text"><text x="%d" y="196">%s</text><text x="%d" y="196" text-anchor="end">%s</text></g>
                <g class="chart-text"><line class="chart-line active" x1="220" x2="240" y1="192" y2="192"/>
                <text x="246" y="196">%s</text><line class="chart-line protected" x1="320" x2="340" y1="192" y2="192"/>
                <text x="346" y="196">%s</text></g>
                </svg>
                """.formatted(
                        escaped(title),
                        escaped(description),
                        gridLine(most, most),
                        gridLine(most / 2, most),
                        gridLine(0, most),
                        x(0),
                        BOTTOM,
                        points(ObservedDay::protectedUsers, most),
                        x(days.size() - 1),
                        BOTTOM,
                        points(ObservedDay::active, most),
                        points(ObservedDay::protectedUsers, most),
                        LEFT,
                        escaped(from),
                        RIGHT,
                        escaped(to),
                        escaped(active),
                        escaped(protectedUsers));
    }

    /** An even number not below any of the values, of one or two digits that are not zero. */
    private int scale() {
        var most = Math.max(2, days.stream().mapToInt(ObservedDay::active).max().orElse(2));
        var step = 2;
        while (most > step * 10) {
            step *= 10;
        }
        return (most + step - 1) / step * step;
    }

    private String gridLine(int value, int most) {
        var y = y(value, most);
        return "<line x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\"/><text class=\"chart-text\" x=\"%d\" y=\"%s\" text-anchor=\"end\">%d</text>"
                .formatted(LEFT, RIGHT, y, y, LEFT - 6, number(Double.parseDouble(y) + 4), value);
    }

    private String points(ToIntFunction<ObservedDay> value, int most) {
        return java.util.stream.IntStream.range(0, days.size())
                .mapToObj(index -> x(index) + "," + y(value.applyAsInt(days.get(index)), most))
                .collect(Collectors.joining(" "));
    }

    private String x(int index) {
        var first = days.getFirst().day();
        double length = ChronoUnit.DAYS.between(first, days.getLast().day());
        var passed = ChronoUnit.DAYS.between(first, days.get(index).day());
        return number(LEFT + (RIGHT - LEFT) * passed / length);
    }

    private static String y(int value, int most) {
        return number(BOTTOM - (double) (BOTTOM - TOP) * value / most);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }
}
