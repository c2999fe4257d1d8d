package dev.latchkey.ui.overview;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.latchkey.component.form.PostForm;
import dev.latchkey.twofactor.enforcement.EnforcementMails;

/** Exports the refused addresses with the mail server's answers, if there are any. */
class RefusedPanel extends Composite<Div> {

    RefusedPanel(EnforcementMails mails) {
        var export = new PostForm(RefusedExport.PATH.substring(1));
        export.add(new Button(getTranslation("overview.refused.export"), click -> export.submit()));
        getContent().add(export);
        setVisible(mails.countRefused() > 0);
    }
}
