package dev.latchkey.ui.overview;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Pre;
import dev.latchkey.component.CopyButton;
import dev.latchkey.component.form.PostForm;
import dev.latchkey.mail.ui.DeliveryMessages;
import dev.latchkey.twofactor.enforcement.EnforcementMails;
import dev.latchkey.twofactor.enforcement.RefusedMail;
import java.util.stream.Collectors;

/** The refused addresses with the mail server's answers, to copy or to export. */
class RefusedPanel extends Composite<NativeDetails> {

    /** More are only in the export. */
    private static final int SHOWN = 500;

    RefusedPanel(EnforcementMails mails) {
        var count = mails.countRefused();
        getContent().setVisible(count > 0);
        if (count == 0) {
            return;
        }
        var lines = new Pre(mails.refused(0, SHOWN).stream().map(this::line).collect(Collectors.joining("\n")));
        lines.addClassName("refused-lines");
        lines.getElement().setAttribute("tabindex", "0");
        lines.getElement().setAttribute("role", "region");
        lines.getElement().setAttribute("aria-label", getTranslation("mails.failed"));
        var export = new PostForm(RefusedExport.PATH.substring(1));
        export.add(new Button(getTranslation("audit.export"), click -> export.submit()));
        var actions = new Div(
                CopyButton.ofText(
                        lines, getTranslation("overview.refused.copy"), getTranslation("overview.refused.copied")),
                export);
        actions.addClassName("tools");
        var all = new Div(actions, lines);
        all.addClassName("refused-addresses");
        getContent().setSummaryText(getTranslation("overview.refused", count));
        getContent().setContent(all);
    }

    private String line(RefusedMail mail) {
        return mail.address() + "\t" + DeliveryMessages.reason(UI.getCurrent(), mail.delivery());
    }
}
