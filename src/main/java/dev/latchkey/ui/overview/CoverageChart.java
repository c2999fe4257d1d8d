package dev.latchkey.ui.overview;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.latchkey.twofactor.evidence.ObservedDay;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** The line over time, with a table of the same numbers. */
class CoverageChart extends Composite<Section> {

    /** How many days it shows at most. */
    static final int DAYS = 90;

    private static final List<String> HEADERS =
            List.of("overview.day", "overview.active", "overview.protected", "overview.not-set-up", "overview.expired");

    private final DateTimeFormatter format;

    CoverageChart(List<ObservedDay> days) {
        format = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(UI.getCurrent().getLocale());
        getContent().addClassName("wide");
        getContent().add(new H2(getTranslation("overview.over-time")));
        if (days.size() < 2) {
            getContent().add(new Paragraph(getTranslation("overview.over-time.soon")));
            return;
        }
        getContent().add(chart(days), table(days));
    }

    private Svg chart(List<ObservedDay> days) {
        var first = days.getFirst();
        var last = days.getLast();
        var description = getTranslation(
                "overview.over-time.description",
                text(first.day()),
                first.protectedUsers(),
                first.active(),
                text(last.day()),
                last.protectedUsers(),
                last.active());
        var svg = new Svg(new CoverageLines(days)
                .svg(
                        getTranslation("overview.over-time"),
                        description,
                        getTranslation("overview.active"),
                        getTranslation("overview.protected"),
                        text(first.day()),
                        text(last.day())));
        svg.addClassName("coverage-chart");
        return svg;
    }

    private NativeDetails table(List<ObservedDay> days) {
        var table = new NativeTable();
        table.addClassName("coverage-table");
        var header = new NativeTableRow();
        HEADERS.forEach(key -> {
            var cell = new NativeTableHeaderCell(getTranslation(key));
            cell.getElement().setAttribute("scope", "col");
            header.add(cell);
        });
        table.getHead().add(header);
        days.reversed().forEach(day -> table.getBody().add(row(day)));
        return new NativeDetails(getTranslation("overview.over-time.table"), table);
    }

    private NativeTableRow row(ObservedDay day) {
        var name = new NativeTableHeaderCell(text(day.day()));
        name.getElement().setAttribute("scope", "row");
        return new NativeTableRow(
                name, cell(day.active()), cell(day.protectedUsers()), cell(day.notSetUp()), cell(day.expired()));
    }

    private NativeTableCell cell(int number) {
        return new NativeTableCell(getTranslation("overview.number", number));
    }

    private String text(LocalDate day) {
        return format.format(day);
    }
}
