package dev.latchkey.twofactor.transfer.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.function.SerializableFunction;
import dev.latchkey.component.form.PostForm;
import dev.latchkey.component.grid.NarrowScreen;
import dev.latchkey.component.grid.RowCard;
import dev.latchkey.component.grid.WorkTable;
import dev.latchkey.twofactor.transfer.ImportFate;
import dev.latchkey.twofactor.transfer.ImportRow;
import dev.latchkey.twofactor.transfer.ImportSummary;
import dev.latchkey.twofactor.transfer.Imports;
import java.util.List;

/** The rows of an import, a page at a time, of all fates or of one. */
class ImportRows extends Composite<Div> {

    // So many fit without scrolling
    private static final int FEW = 10;

    private final Select<ImportFate> fate = new Select<>();
    private final ImportMessages words = new ImportMessages(this::getTranslation);
    private final Grid<ImportRow> grid = new Grid<>();
    private long run;

    ImportRows(long actorId, Imports imports) {
        fate.setLabel(getTranslation("import.filter"));
        fate.setItems(ImportFate.values());
        fate.setItemLabelGenerator(
                value -> value == null ? getTranslation("import.all") : getTranslation(value.messageKey()));
        fate.setEmptySelectionAllowed(true);
        fate.setEmptySelectionCaption(getTranslation("import.all"));
        fate.addValueChangeListener(change -> grid.getDataProvider().refreshAll());
        column("import.line", row -> String.valueOf(row.line()))
                .setWidth("4rem")
                .setFlexGrow(0);
        column("users.email", ImportRow::email).setWidth("10rem").setFlexGrow(4);
        column("users.name", ImportRow::name).setWidth("6.5rem").setFlexGrow(3);
        column("import.groups", ImportRow::groups).setWidth("7.25rem").setFlexGrow(1);
        column("import.result", words::result).setWidth("14rem").setFlexGrow(0);
        column("import.remarks", words::remarks).setWidth("8rem").setFlexGrow(4);
        var wide = List.copyOf(grid.getColumns());
        var cards = grid.addComponentColumn(this::card).setHeader(getTranslation("users.title"));
        NarrowScreen.swapColumns(grid, List.of(cards), wide);
        WorkTable.of(grid);
        grid.setAriaLabel(getTranslation("import.title"));
        grid.setItems(
                query -> imports.rows(actorId, run, fate.getValue(), query.getOffset(), query.getLimit()).stream(),
                query -> imports.countRows(actorId, run, fate.getValue()));
        var export = new PostForm(ImportExport.PATH.substring(1));
        export.add(new Button(getTranslation("audit.export"), click -> export.submit()));
        var tools = new Div(fate, export);
        tools.addClassName("tools");
        getContent().addClassName("import-rows");
        getContent().add(tools, grid);
    }

    private Grid.Column<ImportRow> column(String headerKey, SerializableFunction<ImportRow, String> text) {
        return grid.addColumn(text::apply).setHeader(getTranslation(headerKey)).setTooltipGenerator(text::apply);
    }

    /** Shows the rows of that import as they are now. */
    void show(ImportSummary now) {
        run = now.id();
        var few = now.total() + now.refused() <= FEW;
        grid.setAllRowsVisible(few);
        grid.setHeight(few ? null : "30rem");
        grid.getDataProvider().refreshAll();
    }

    private RowCard card(ImportRow row) {
        return new RowCard(row.email())
                .line("import.line", String.valueOf(row.line()))
                .line("users.name", row.name())
                .line("import.groups", row.groups())
                .line("import.result", words.result(row))
                .line("import.remarks", words.remarks(row));
    }
}
