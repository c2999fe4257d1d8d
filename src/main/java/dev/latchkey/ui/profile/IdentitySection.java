package dev.latchkey.ui.profile;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import dev.latchkey.component.Isolated;
import dev.latchkey.user.UserService;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.identity.OwnAddress;
import dev.latchkey.user.identity.OwnName;
import dev.latchkey.user.identity.ui.ChangeAddressDialog;
import dev.latchkey.user.identity.ui.ChangeNameDialog;

/** The user's name, address and groups, and the buttons that change the first two. */
final class IdentitySection extends Composite<Section> {

    private final long userId;
    private final UserService users;
    private final OwnName name;
    private final OwnAddress address;
    private final StepUpGate gate;
    private final DescriptionList details = new DescriptionList();
    private final Div waiting = new Div();

    IdentitySection(long userId, UserService users, OwnName name, OwnAddress address, StepUpGate gate) {
        this.userId = userId;
        this.users = users;
        this.name = name;
        this.address = address;
        this.gate = gate;
        details.addClassName("details");
        waiting.addClassName("notice");
        waiting.getElement().setAttribute("role", "status");
        var changeName = new Button(
                getTranslation("change-name.title"), click -> new ChangeNameDialog(userId, name, this::reload).open());
        var changeAddress = new Button(
                getTranslation("address-change.title"),
                click -> ChangeAddressDialog.ofOwn(userId, address, gate, this::refresh)
                        .open());
        var tools = new Div(changeName, changeAddress);
        tools.addClassName("tools");
        getContent().add(details, waiting, tools);
        refresh();
    }

    private void refresh() {
        var profile = users.profileOf(userId);
        details.removeAll();
        describe("profile.name", profile.name());
        describe("profile.email", profile.email());
        describe("profile.groups", profile.groupNames().orElseGet(() -> getTranslation("profile.no-groups")));
        waiting.removeAll();
        address.waiting(userId)
                .ifPresent(email -> waiting.add(new Div(
                        new Paragraph(getTranslation("address-change.waiting", email)),
                        new Button(getTranslation("address-change.withdraw"), click -> withdraw()))));
        waiting.setVisible(waiting.getComponentCount() > 0);
    }

    private void withdraw() {
        address.withdraw(userId);
        refresh();
        Notification.show(getTranslation("address-change.withdrawn"));
    }

    /** The frame shows the name, too. */
    private void reload() {
        getUI().map(UI::getPage).ifPresent(page -> page.reload());
    }

    private void describe(String termKey, String description) {
        details.add(
                new DescriptionList.Term(getTranslation(termKey)),
                new DescriptionList.Description(new Isolated(description)));
    }
}
