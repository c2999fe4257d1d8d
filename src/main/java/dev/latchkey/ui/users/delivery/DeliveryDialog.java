package dev.latchkey.ui.users.delivery;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import dev.latchkey.component.CopyButton;
import dev.latchkey.component.Isolated;
import dev.latchkey.component.Times;
import dev.latchkey.mail.DeliveryStatus;
import dev.latchkey.mail.delivery.Delivery;
import dev.latchkey.mail.ui.DeliveryMessages;
import dev.latchkey.twofactor.directory.Member;

/** What became of the latest mail to a user: the whole address and the whole answer of the mail server. */
class DeliveryDialog extends Dialog {

    DeliveryDialog(Member member, Delivery mail, MailRetry retry) {
        setHeaderTitle(getTranslation("users.delivery"));
        addClassName("form-dialog");
        var facts = new DescriptionList();
        facts.addClassName("details");
        describe(facts, "users.email", member.email());
        describe(facts, "users.delivery.state", state(mail));
        var reason = DeliveryMessages.reason(this, mail);
        if (!reason.isEmpty()) {
            describe(facts, "users.delivery.answer", reason);
        }
        describe(
                facts,
                mail.status() == DeliveryStatus.SENT ? "users.delivery.sent" : "users.delivery.created",
                Times.exact(UI.getCurrent(), mail.at()));
        if (mail.status() == DeliveryStatus.WAITING) {
            describe(facts, "users.delivery.next", Times.exact(UI.getCurrent(), mail.nextAttemptAt()));
        }
        add(facts);
        retry.of(member, mail).ifPresent(button -> {
            button.addClickListener(click -> close());
            getFooter().add(button);
        });
        getFooter()
                .add(
                        CopyButton.ofText(
                                facts, getTranslation("users.delivery.copy"), getTranslation("users.delivery.copied")),
                        new Button(getTranslation("dialog.close"), click -> close()));
    }

    private String state(Delivery mail) {
        return getTranslation(
                switch (mail.status()) {
                    case SENT -> "users.delivery.state.sent";
                    case WAITING -> "users.delivery.state.waiting";
                    case FAILED, SUPERSEDED -> "users.delivery.state.failed";
                });
    }

    private void describe(DescriptionList facts, String termKey, String description) {
        facts.add(
                new DescriptionList.Term(getTranslation(termKey)),
                new DescriptionList.Description(new Isolated(description)));
    }
}
