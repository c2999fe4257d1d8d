package dev.latchkey.twofactor.transfer.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import dev.latchkey.common.RefusedException;
import dev.latchkey.component.form.FilePicker;
import dev.latchkey.component.form.PostForm;
import dev.latchkey.component.form.UploadedFile;
import dev.latchkey.component.form.Uploads;
import dev.latchkey.component.page.Page;
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
    private final FilePicker picker;

    ImportView(CurrentUser user, ImportPreview preview, Imports imports, StepUpGate gate, Uploads uploads) {
        super("import.title");
        this.actorId = user.id();
        this.preview = preview;
        setSizeFull();
        panel = new ImportPanel(actorId, imports, gate);
        picker = new FilePicker(
                uploads,
                getTranslation("import.choose"),
                ".csv,.json,.txt,.tsv",
                ImportFile.LARGEST,
                upload -> gate.pass(() -> prepare(upload)));
        var introduction = new Div(new Paragraph(getTranslation("import.explanation")), sample());
        introduction.addClassName("import-introduction");
        add(new Anchor("access-management/users", getTranslation("import.back")), introduction, picker, panel);
    }

    private PostForm sample() {
        var form = new PostForm(ImportSample.PATH.substring(1));
        var download = new Button(getTranslation("import.sample"), click -> form.submit());
        download.addThemeVariants(ButtonVariant.TERTIARY);
        download.addClassName("row-link");
        form.add(download);
        return form;
    }

    private void prepare(UploadedFile upload) {
        try {
            preview.prepare(actorId, upload.take());
            panel.showNew();
        } catch (RefusedException refused) {
            picker.refuse(getTranslation(refused.messageKey(), refused.arguments()));
        }
    }
}
