package dev.latchkey.ui.access;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import dev.latchkey.component.RefusedException;
import dev.latchkey.signin.ui.StepUpGate;
import dev.latchkey.user.EmailAddress;
import dev.latchkey.user.InvitationResult;
import dev.latchkey.user.Invitations;
import dev.latchkey.user.UserGroups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Invites one or many addresses and says of each what came of it; what was not invited stays in the field. */
class AddUserDialog extends Dialog {

    private static final int LONGEST_INPUT = 100_000;

    private final long actorId;
    private final Invitations invitations;
    private final Runnable whenDone;
    private final TextArea addresses = new TextArea();
    private final GroupChoice chosenGroups;
    private final UnorderedList results = new UnorderedList();

    AddUserDialog(long actorId, UserGroups groups, Invitations invitations, StepUpGate gate, Runnable whenDone) {
        this.actorId = actorId;
        this.invitations = invitations;
        this.whenDone = whenDone;
        setHeaderTitle(getTranslation("add-user.title"));
        setCloseOnOutsideClick(false);
        addClassName("form-dialog");
        addresses.setLabel(getTranslation("add-user.addresses"));
        addresses.setHelperText(getTranslation("add-user.hint"));
        addresses.setMaxLength(LONGEST_INPUT);
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
        getFooter().add(new Button(getTranslation("dialog.close"), click -> close()), invite);
        addOpenedChangeListener(change -> addresses.focus());
    }

    private void invite() {
        var typed = Arrays.stream(addresses.getValue().split("[\\s,;]+"))
                .filter(address -> !address.isEmpty())
                .distinct()
                .toList();
        results.removeAll();
        addresses.setErrorMessage(getTranslation("form.email-invalid"));
        addresses.setInvalid(typed.isEmpty());
        var left = new ArrayList<String>();
        typed.forEach(address -> inviteOne(address, left));
        addresses.setValue(String.join("\n", left));
        if (typed.isEmpty() || !left.isEmpty()) {
            addresses.focus();
        }
        whenDone.run();
    }

    private void inviteOne(String typed, List<String> left) {
        var key = EmailAddress.parse(typed).map(this::invite).orElse("add-user.invalid");
        if (!key.equals("add-user.invited")) {
            left.add(typed);
        }
        results.add(new ListItem(getTranslation(key, typed)));
    }

    private String invite(EmailAddress address) {
        try {
            return invitations.invite(actorId, address, chosenGroups.ids()) == InvitationResult.INVITED
                    ? "add-user.invited"
                    : "add-user.known";
        } catch (RefusedException e) {
            return e.messageKey();
        }
    }
}
