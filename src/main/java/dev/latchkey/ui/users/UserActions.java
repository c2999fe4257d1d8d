package dev.latchkey.ui.users;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.component.notification.Notification;
import dev.latchkey.component.Confirmation;
import dev.latchkey.twofactor.code.SignInLock;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.identity.ui.ChangeAddressDialog;
import java.util.Set;

/** The menu of an administrator's actions on one user of the grid. */
class UserActions {

    /** Actions that do not reduce the user's access. */
    private static final Set<String> HARMLESS = Set.of("users.unlock", "users.allow-password-reset");

    private final Component view;
    private final long actorId;
    private final UserServices services;
    private final StepUpGate gate;
    private final Runnable whenDone;

    UserActions(Component view, long actorId, UserServices services, StepUpGate gate, Runnable whenDone) {
        this.view = view;
        this.actorId = actorId;
        this.services = services;
        this.gate = gate;
        this.whenDone = whenDone;
    }

    /** All of them, in a menu. */
    Component menu(Member member) {
        var more = new Button(new SvgIcon("icons/more.svg"));
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.setAriaLabel(text("users.more", member.displayName()));
        more.getElement().setAttribute("aria-haspopup", "menu");
        var menu = new ContextMenu(more);
        menu.setOpenOnClick(true);
        menu.addItem(
                text("users.edit"),
                click -> new EditUserDialog(
                                actorId, member, services.groups(), services.administration(), gate, whenDone)
                        .open());
        menu.addItem(text("address-change.title"), click -> changeAddress(member));
        if (member.status() == UserStatus.ACTIVE) {
            menu.addItem(
                    text("users.sessions"),
                    click ->
                            new SessionsDialog(actorId, member, services.sessions(), services.browsers(), gate).open());
        }
        if (member.lock() != SignInLock.NONE) {
            menu.addItem(
                    text("users.unlock"),
                    click -> ask(
                            "users.unlock",
                            member,
                            steppedUp(
                                    "users.unlock.done",
                                    member,
                                    () -> services.unlock().unlock(actorId, member.id()))));
        }
        if (member.passwordResetWaits() && member.id() != actorId) {
            menu.addItem(
                    text("users.allow-password-reset"),
                    click -> ask(
                            "users.allow-password-reset",
                            member,
                            steppedUp(
                                    "users.allow-password-reset.done",
                                    member,
                                    () -> services.passwordResetHold().end(actorId, member.id()))));
        }
        switch (member.status()) {
            case INVITED ->
                menu.addItem(
                        text("users.invite-again"),
                        click -> steppedUp(
                                        "users.invite-again.done",
                                        member,
                                        () -> services.invitations().sendAgain(actorId, member.id()))
                                .run());
            case ACTIVE ->
                asked(
                        menu,
                        "users.disable",
                        member,
                        () -> services.administration().disable(actorId, member.id()));
            case DISABLED ->
                menu.addItem(
                        text("users.enable"),
                        click -> steppedUp(
                                        "users.enable.done",
                                        member,
                                        () -> services.administration().enable(actorId, member.id()))
                                .run());
        }
        asked(
                        menu,
                        "users.remove",
                        member,
                        () -> services.administration().remove(actorId, member.id(), member.status()))
                .addClassName("danger-item");
        return more;
    }

    private void changeAddress(Member member) {
        services.administration().requireReach(member.id());
        ChangeAddressDialog.ofUser(
                        actorId,
                        member.id(),
                        member.displayName(),
                        member.status() == UserStatus.INVITED,
                        services.addresses(),
                        gate,
                        whenDone)
                .open();
    }

    private MenuItem asked(ContextMenu menu, String key, Member member, Runnable action) {
        return menu.addItem(text(key), click -> ask(key, member, steppedUp(key + ".done", member, action)));
    }

    private Runnable steppedUp(String doneKey, Member member, Runnable action) {
        return () -> {
            services.administration().requireReach(member.id());
            gate.pass(() -> perform(doneKey, member, action));
        };
    }

    private void ask(String key, Member member, Runnable action) {
        services.administration().requireReach(member.id());
        var question = text(key + ".question", member.displayName(), member.email());
        if (HARMLESS.contains(key)) {
            Confirmation.ask(view, text(key), question, text(key + ".confirm"), action);
        } else {
            Confirmation.confirmDestructive(view, text(key), question, text(key + ".confirm"), action);
        }
    }

    private void perform(String doneKey, Member member, Runnable action) {
        try {
            action.run();
            Notification.show(text(doneKey, member.displayName()));
        } finally {
            whenDone.run();
        }
    }

    private String text(String key, Object... arguments) {
        return view.getTranslation(key, arguments);
    }
}
