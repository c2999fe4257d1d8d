package dev.latchkey.user.identity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import dev.latchkey.component.DialogKeys;
import dev.latchkey.component.form.FieldRefusals;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.EmailAddressFault;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.identity.OwnAddress;
import dev.latchkey.user.identity.UserAddress;
import dev.latchkey.user.identity.WaitingAddress;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.modulith.NamedInterface;

/** Asks for another email address, the user's own or another's, and shows one that waits for its link. */
@NamedInterface("ui")
public final class ChangeAddressDialog extends Dialog {

    private final TextField address = new TextField();
    private final FieldRefusals refusals = new FieldRefusals()
            .at(
                    address,
                    "address-change.refused.same",
                    "address-change.refused.taken",
                    "address-change.refused.too-soon",
                    "address-change.refused.too-many",
                    "access.refused.too-many-invitations",
                    "add-user.domain-refused");
    private final String doneKey;
    private final StepUpGate gate;
    private final Consumer<EmailAddress> request;
    private final Runnable whenDone;

    private ChangeAddressDialog(
            String title,
            String explanation,
            String doneKey,
            StepUpGate gate,
            Consumer<EmailAddress> request,
            Runnable whenDone) {
        this.doneKey = doneKey;
        this.gate = gate;
        this.request = request;
        this.whenDone = whenDone;
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        addClassName("form-dialog");
        address.setLabel(getTranslation("address-change.new"));
        address.setMaxLength(EmailAddress.LONGEST_TYPED);
        address.getElement().setProperty("autocomplete", "email").setProperty("autocapitalize", "none");
        address.setManualValidation(true);
        address.setWidthFull();
        add(new Paragraph(explanation), address);
        addOpenedChangeListener(change -> address.focus());
        var submit = new Button(getTranslation("address-change.submit"), click -> submit());
        submit.addThemeVariants(ButtonVariant.PRIMARY);
        DialogKeys.submitByEnter(this, submit);
        getFooter().add(new Button(getTranslation("dialog.cancel"), click -> close()), submit);
    }

    /** For the current user's own address. */
    public static ChangeAddressDialog ofOwn(long userId, OwnAddress own, StepUpGate gate, Runnable whenDone) {
        var words = new Paragraph();
        return new ChangeAddressDialog(
                words.getTranslation("address-change.title"),
                words.getTranslation("address-change.explanation"),
                "address-change.requested",
                gate,
                wanted -> own.request(userId, wanted),
                whenDone);
    }

    /**
     * For the address of a user that the actor manages; a waiting change can be withdrawn in it.
     *
     * @param named the user's name, for the title
     * @param isInvited whether the user has not signed up, so that the new address gets an invitation
     */
    public static ChangeAddressDialog ofUser(
            long actorId,
            long userId,
            String named,
            boolean isInvited,
            UserAddress addresses,
            StepUpGate gate,
            Runnable whenDone) {
        var words = new Paragraph();
        var dialog = new ChangeAddressDialog(
                words.getTranslation("address-change.title-of", named),
                words.getTranslation(
                        isInvited ? "address-change.explanation-invited" : "address-change.explanation-of"),
                isInvited ? "address-change.invited" : "address-change.requested-of",
                gate,
                wanted -> addresses.request(actorId, userId, wanted),
                whenDone);
        var waiting = addresses.waiting(userId).map(WaitingAddress::email);
        dialog.showWaiting(waiting, () -> addresses.withdraw(actorId, userId, waiting.orElseThrow()));
        return dialog;
    }

    private void showWaiting(Optional<String> waiting, Runnable withdrawal) {
        waiting.ifPresent(email -> {
            var withdraw = new Button(
                    getTranslation("address-change.withdraw"),
                    click -> gate.pass(() -> conclude(withdrawal, "address-change.withdrawn")));
            addComponentAsFirst(withdraw);
            addComponentAsFirst(new Paragraph(getTranslation("address-change.waiting", email)));
        });
    }

    private void submit() {
        switch (EmailAddress.read(address.getValue())) {
            case EmailAddress.Reading.Understood(var wanted) ->
                gate.pass(() ->
                        refusals.show(this, () -> conclude(() -> request.accept(wanted), doneKey, wanted.value())));
            case EmailAddress.Reading.Refused(var fault) -> refuse(fault);
        }
    }

    private void refuse(EmailAddressFault fault) {
        address.setErrorMessage(getTranslation(fault.messageKey(), address.getValue()));
        address.setInvalid(true);
        address.focus();
    }

    private void conclude(Runnable action, String key, Object... arguments) {
        action.run();
        close();
        Notification.show(getTranslation(key, arguments));
        whenDone.run();
    }
}
