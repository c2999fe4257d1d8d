package dev.latchkey.ui.overview;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import dev.latchkey.component.form.DateField;
import dev.latchkey.component.form.PostForm;
import dev.latchkey.twofactor.evidence.Evidence;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Exports the state of every user at the end of a past day. */
class EvidencePanel extends Composite<Section> {

    private final DateField day = new DateField(getTranslation("evidence.day"));
    private final PostForm form = new PostForm(EvidenceExport.PATH.substring(1));

    EvidencePanel(Evidence evidence) {
        getContent().addClassName("wide");
        getContent().add(new H2(getTranslation("evidence.title")), new Paragraph(getTranslation("evidence.text")));
        var last = evidence.lastDay();
        var first = evidence.firstDay().filter(known -> !known.isAfter(last));
        first.ifPresentOrElse(
                known -> offer(known, last), () -> getContent().add(new Paragraph(getTranslation("evidence.none"))));
    }

    private void offer(LocalDate first, LocalDate last) {
        day.setMin(first);
        day.setMax(last);
        day.setValue(last);
        day.setRequired(true);
        day.setHelperText(getTranslation(
                "evidence.first",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(UI.getCurrent().getLocale())
                        .format(first)));
        form.add(new Button(getTranslation("audit.export"), click -> export()));
        var tools = new Div(day, form);
        tools.addClassNames("tools", "labelled");
        getContent().add(tools);
    }

    private void export() {
        var chosen = day.getValue();
        if (chosen == null || day.isInvalid()) {
            day.focus();
            return;
        }
        form.setAction(EvidenceExport.PATH.substring(1) + "?day=" + chosen);
        form.submit();
    }
}
