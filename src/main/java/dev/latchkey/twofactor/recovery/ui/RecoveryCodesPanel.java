package dev.latchkey.twofactor.recovery.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import dev.latchkey.component.CopyButton;
import dev.latchkey.twofactor.recovery.RecoveryCodeSet;

/** New recovery codes, with the ways to keep them: copied, as a file, on paper. */
final class RecoveryCodesPanel extends Composite<Div> {

    // Created in the browser: a server resource would keep the codes longer than the page does
    private static final String DOWNLOAD = """
            this.addEventListener('click', () => {
              const codes = [...$0.children].map(code => code.textContent);
              const link = document.createElement('a');
              link.href = URL.createObjectURL(new Blob([[$1, '', ...codes, ''].join('\\n')], {type: 'text/plain'}));
              link.download = $2;
              link.click();
              setTimeout(() => URL.revokeObjectURL(link.href), 1000);
            })
            """;

    private static final String PRINT = "this.addEventListener('click', () => print())";

    /** Shows that set. */
    public RecoveryCodesPanel(RecoveryCodeSet set) {
        var heading = getTranslation("recovery-codes.heading", set.companyName(), set.email());
        var codes = new OrderedList();
        codes.addClassName("code-list");
        set.codes().forEach(code -> codes.add(new ListItem(code.grouped())));
        // Only this is printed
        var sheet = new Div(new Paragraph(heading), codes);
        sheet.addClassName("print-sheet");
        getContent().addClassName("recovery-codes");
        getContent().add(new Paragraph(getTranslation("recovery-codes.explanation")), sheet, ways(codes, heading));
    }

    private Div ways(OrderedList codes, String heading) {
        var copy =
                new CopyButton(codes, getTranslation("recovery-codes.copy"), getTranslation("recovery-codes.copied"));
        var download = new Button(getTranslation("recovery-codes.download"));
        download.getElement().executeJs(DOWNLOAD, codes, heading, getTranslation("recovery-codes.file-name"));
        var print = new Button(getTranslation("recovery-codes.print"));
        print.getElement().executeJs(PRINT);
        var ways = new Div(copy, download, print);
        ways.addClassNames("recovery-ways", "no-print");
        return ways;
    }
}
