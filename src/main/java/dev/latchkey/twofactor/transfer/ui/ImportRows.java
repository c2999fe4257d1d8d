package dev.latchkey.twofactor.transfer.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.latchkey.component.form.PostForm;
import dev.latchkey.component.grid.NarrowScreen;
import dev.latchkey.component.grid.RowCard;
import dev.latchkey.twofactor.transfer.ImportFate;
import dev.latchkey.twofactor.transfer.ImportRow;
import dev.latchkey.twofactor.transfer.Imports;
import java.util.List;

/** The rows of an import, a page at a time, of all fates or of one. */
class ImportRows extends Composite<Div> {

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
        grid.addColumn(ImportRow::line)
                .setHeader(getTranslation("import.line"))
                .setWidth("5rem")
                .setFlexGrow(0);
        grid.addColumn(ImportRow::email).setHeader(getTranslation("users.email"));
        grid.addColumn(ImportRow::name).setHeader(getTranslation("users.name"));
        grid.addColumn(ImportRow::groups).setHeader(getTranslation("import.groups"));
        grid.addColumn(words::result).setHeader(getTranslation("import.result"));
        grid.addColumn(words::remarks)
                .setHeader(getTranslation("import.remarks"))
                .setFlexGrow(2)
                .setTooltipGenerator(words::remarks);
        var wide = List.copyOf(grid.getColumns());
        var cards = grid.addComponentColumn(this::card).setHeader(getTranslation("import.title"));
        NarrowScreen.swapColumns(grid, List.of(cards), wide);
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.setAriaLabel(getTranslation("import.title"));
        grid.setItems(
                query -> imports.rows(actorId, run, fate.getValue(), query.getOffset(), query.getLimit()).stream(),
                query -> imports.countRows(actorId, run, fate.getValue()));
        grid.setHeight("30rem");
        var export = new PostForm(ImportExport.PATH.substring(1));
        export.add(new Button(getTranslation("audit.export"), click -> export.submit()));
        var tools = new Div(fate, export);
        tools.addClassName("tools");
        getContent().add(tools, grid);
    }

    /** Shows the rows of that import as they are now. */
    void show(long runId) {
        run = runId;
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
