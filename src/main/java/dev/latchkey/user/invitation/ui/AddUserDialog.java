package dev.latchkey.user.invitation.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import dev.latchkey.common.RefusedException;
import dev.latchkey.common.text.ShortText;
import dev.latchkey.component.form.KeptInTab;
import dev.latchkey.user.UserName;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.address.AddressList;
import dev.latchkey.user.administration.UserAdministration;
import dev.latchkey.user.group.UserGroups;
import dev.latchkey.user.group.ui.GroupChoice;
import dev.latchkey.user.invitation.Invitations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.modulith.NamedInterface;

/** Invites one or many addresses and shows the result of each; text that was not understood stays in the field. */
@NamedInterface("ui")
public class AddUserDialog extends Dialog {

    private static final String KEPT = "latchkey.add-user.addresses.";

    private final long actorId;
    private final String kept;
    private final Invitations invitations;
    private final UserAdministration administration;
    private final StepUpGate gate;
    private final Runnable whenDone;
    private final TextArea addresses = new TextArea();
    private final GroupChoice chosenGroups;
    private final UnorderedList results = new UnorderedList();

    /** Calls back when something has changed; not open yet. */
    public AddUserDialog(
            long actorId,
            Invitations invitations,
            UserAdministration administration,
            UserGroups groups,
            StepUpGate gate,
            Runnable whenDone) {
        this.actorId = actorId;
        // The next user to log in in that tab may be somebody else
        this.kept = KEPT + actorId;
        this.invitations = invitations;
        this.administration = administration;
        this.gate = gate;
        this.whenDone = whenDone;
        setHeaderTitle(getTranslation("add-user.title"));
        setCloseOnOutsideClick(false);
        addClassName("form-dialog");
        addresses.setLabel(getTranslation("add-user.addresses"));
        addresses.setHelperText(getTranslation("add-user.hint"));
        addresses.setMinRows(3);
        addresses.setMaxRows(10);
        addresses.setManualValidation(true);
        addresses.setWidthFull();
        chosenGroups = new GroupChoice(groups);
        results.addClassName("result-list");
        results.getElement().setAttribute("aria-live", "polite");
        var invite = new Button(getTranslation("add-user.submit"));
        invite.addClickListener(click -> {
            if (chosenGroups.ids().isEmpty()) {
                invite();
            } else {
                gate.pass(this::invite);
            }
        });
        invite.addThemeVariants(ButtonVariant.PRIMARY);
        add(new Paragraph(getTranslation("add-user.explanation")), addresses, chosenGroups, results);
        getFooter().add(new Button(getTranslation("dialog.close"), click -> leave()), invite);
        addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                KeptInTab.fill(addresses, kept);
            }
            addresses.focus();
        });
    }

    /** Closing the dialog discards everything. */
    private void leave() {
        KeptInTab.keep(addresses, kept, "");
        close();
    }

    private void invite() {
        results.removeAll();
        try {
            var items = AddressList.read(addresses.getValue()).items();
            var left = new ArrayList<String>();
            items.forEach(item -> results.add(inviteOne(item, left)));
            addresses.setValue(String.join("\n", left));
            KeptInTab.keep(addresses, kept, addresses.getValue());
            refuse(items.isEmpty() ? getTranslation("form.email-invalid") : reasonOf(left));
        } catch (RefusedException tooMany) {
            refuse(getTranslation(tooMany.messageKey(), tooMany.arguments()));
        }
        whenDone.run();
    }

    /** Shows the reason at the field, because the lines below may be out of view. */
    private void refuse(String reason) {
        addresses.setErrorMessage(reason);
        addresses.setInvalid(!reason.isEmpty());
        if (addresses.isInvalid()) {
            addresses.focus();
        }
    }

    private String reasonOf(List<String> left) {
        return left.isEmpty() ? "" : getTranslation("add-user.left", left.size());
    }

    private InvitationLine inviteOne(AddressList.Item item, List<String> left) {
        return switch (item) {
            case AddressList.Item.NotUnderstood(var typed, var fault) -> {
                left.add(typed);
                yield new InvitationLine(ShortText.of(typed), fault.messageKey());
            }
            case AddressList.Item.Found found -> {
                try {
                    yield invite(found);
                } catch (RefusedException e) {
                    left.add(found.typed());
                    yield new InvitationLine(found.address().value(), e.messageKey());
                }
            }
        };
    }

    private InvitationLine invite(AddressList.Item.Found found) {
        var address = found.address();
        return switch (invitations.invite(actorId, address, found.name(), chosenGroups.ids())) {
            case INVITED ->
                found.name().isEmpty()
                        ? new InvitationLine(label(found), "add-user.invited")
                        : new InvitationLine(label(found), "add-user.invited-as", found.name());
            case ACTIVE_ALREADY -> new InvitationLine(address.value(), "add-user.known");
            case INVITED_ALREADY ->
                known(
                        found,
                        "add-user.known-invited",
                        "users.invite-again",
                        (line, user) -> gate.pass(() -> line.settle(
                                "users.invite-again.done", () -> invitations.sendAgain(actorId, user.id()))));
            case DISABLED_ALREADY ->
                known(
                        found,
                        "add-user.known-disabled",
                        "users.enable",
                        (line, user) -> gate.pass(() ->
                                line.settle("users.enable.done", () -> administration.enable(actorId, user.id()))));
        };
    }

    /** The stored address, together with the typed one if it is hard to recognise. */
    private String label(AddressList.Item.Found found) {
        var address = found.address();
        return address.domain().contains("xn--") && !found.typed().contains(address.domain())
                ? getTranslation("add-user.in-ascii", ShortText.of(found.typed()), address.value())
                : address.value();
    }

    private InvitationLine known(
            AddressList.Item.Found found, String key, String actionKey, BiConsumer<InvitationLine, UserName> action) {
        var line = new InvitationLine(found.address().value(), key);
        invitations
                .known(found.address())
                .ifPresent(user -> line.offer(actionKey, () -> action.accept(line, user), this::done));
        return line;
    }

    private void done() {
        addresses.focus();
        whenDone.run();
    }
}
