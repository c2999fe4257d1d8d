package dev.latchkey.ui.users.bulk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.latchkey.component.CopyButton;
import dev.latchkey.twofactor.bulk.BulkOrders;
import dev.latchkey.twofactor.bulk.BulkRefusal;
import dev.latchkey.user.ui.UserLink;
import java.util.List;

/** To whom an action on many users was not done, and why. */
class BulkResultDialog extends Dialog {

    private static final int DIGITS = 9;

    BulkResultDialog(List<BulkRefusal> refusals) {
        setHeaderTitle(getTranslation("bulk.refused.title"));
        addClassName("form-dialog");
        var list = new UnorderedList();
        list.addClassName("record");
        // Safari drops the role of a list without bullets
        list.getElement().setAttribute("role", "list");
        refusals.forEach(refusal ->
                list.add(new ListItem(new UserLink(refusal.userId(), refusal.email()), new Span(reason(refusal)))));
        add(list);
        if (refusals.size() == BulkOrders.LISTED) {
            add(new Paragraph(getTranslation("bulk.refused.more", BulkOrders.LISTED)));
        }
        getFooter()
                .add(
                        CopyButton.ofText(
                                list, getTranslation("bulk.refused.copy"), getTranslation("bulk.refused.copied")),
                        new Button(getTranslation("dialog.close"), click -> close()));
    }

    private String reason(BulkRefusal refusal) {
        var detail = refusal.detail();
        if (detail == null) {
            return getTranslation(refusal.reason());
        }
        // A number is written by the rules of the reader's language
        var isNumber = detail.length() <= DIGITS && detail.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return getTranslation(refusal.reason(), isNumber ? Integer.valueOf(detail) : detail);
    }
}
