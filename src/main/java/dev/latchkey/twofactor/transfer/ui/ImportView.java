package dev.latchkey.twofactor.transfer.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import dev.latchkey.common.RefusedException;
import dev.latchkey.component.form.FilePicker;
import dev.latchkey.component.page.Page;
import dev.latchkey.component.page.ReadingFocus;
import dev.latchkey.twofactor.transfer.ImportPreview;
import dev.latchkey.twofactor.transfer.Imports;
import dev.latchkey.twofactor.transfer.file.ImportFile;
import dev.latchkey.user.access.CurrentUser;
import dev.latchkey.user.access.StepUpGate;
import org.springframework.modulith.NamedInterface;

/** Imports users: choose a file, see what becomes of each row, confirm, watch, undo. */
@Route("access-management/users/import")
@NamedInterface("ui")
public class ImportView extends Page {

    private final long actorId;
    private final ImportPreview preview;
    private final ImportPanel panel;
    private final Paragraph refusal = new Paragraph();

    ImportView(CurrentUser user, ImportPreview preview, Imports imports, StepUpGate gate) {
        super("import.title");
        this.actorId = user.id();
        this.preview = preview;
        setSizeFull();
        panel = new ImportPanel(actorId, imports, gate);
        var picker = new FilePicker(
                ".csv,.json,.txt,.tsv", ImportFile.LARGEST, file -> gate.pass(() -> prepare(file)), this::refuseLarge);
        picker.setId("import-file");
        var label = new NativeLabel(getTranslation("import.file"));
        label.setFor(picker);
        refusal.addClassName("refusal");
        refusal.setId("import-refusal");
        refusal.getElement().setAttribute("role", "alert");
        refusal.setVisible(false);
        picker.getElement().setAttribute("aria-describedby", "import-refusal");
        var file = new Div(label, picker, refusal);
        file.addClassName("file-field");
        add(
                new Anchor("access-management/users", getTranslation("import.back")),
                new Paragraph(getTranslation("import.explanation")),
                file,
                panel);
    }

    private void prepare(byte[] content) {
        try {
            preview.prepare(actorId, content);
            refusal.setVisible(false);
            panel.showNew();
        } catch (RefusedException refused) {
            refuse(getTranslation(refused.messageKey(), refused.arguments()));
        }
    }

    private void refuseLarge() {
        refuse(getTranslation("import.too-large", ImportFile.LARGEST / 1024 / 1024));
    }

    private void refuse(String reason) {
        refusal.setText(reason);
        refusal.setVisible(true);
        ReadingFocus.put(refusal);
    }
}
