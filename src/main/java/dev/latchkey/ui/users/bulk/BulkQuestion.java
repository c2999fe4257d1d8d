package dev.latchkey.ui.users.bulk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.twofactor.bulk.BulkAction;
import dev.latchkey.twofactor.bulk.BulkWish;
import dev.latchkey.user.group.UserGroupSummary;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Asks before an action on many users, with their number, and for the group of an action that needs one. */
class BulkQuestion extends Dialog {

    private final String token = UUID.randomUUID().toString();
    private final Select<UserGroupSummary> group = new Select<>();

    /**
     * Creates the question.
     *
     * @param confirmed is called once it has been confirmed
     */
    BulkQuestion(
            BulkAction action,
            int users,
            List<UserGroupSummary> groups,
            SecretDelivery delivery,
            Consumer<BulkWish> confirmed) {
        setHeaderTitle(getTranslation(BulkMessages.name(action)));
        addClassName("form-dialog");
        add(new Paragraph(getTranslation(BulkMessages.question(action), users)));
        if (action.needsGroup()) {
            group.setLabel(getTranslation("users.group"));
            group.setItems(groups);
            group.setItemLabelGenerator(UserGroupSummary::name);
            group.setWidthFull();
            add(group);
        }
        var cancel = new Button(getTranslation("dialog.cancel"), click -> close());
        var confirm = new Button(getTranslation(BulkMessages.confirm(action, delivery), users), click -> {
            if (action.needsGroup() && group.isEmpty()) {
                group.setErrorMessage(getTranslation("bulk.choose-group"));
                group.setInvalid(true);
                group.focus();
                return;
            }
            close();
            confirmed.accept(new BulkWish(
                    token,
                    action,
                    group.getOptionalValue().map(UserGroupSummary::id).orElse(null),
                    delivery));
        });
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        if (action == BulkAction.DISABLE || action == BulkAction.EMAIL_SECRET) {
            confirm.addThemeVariants(ButtonVariant.ERROR);
        }
        addOpenedChangeListener(change -> {
            if (action.needsGroup()) {
                group.focus();
            } else {
                cancel.focus();
            }
        });
        getFooter().add(cancel, confirm);
    }
}
