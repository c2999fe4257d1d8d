package dev.latchkey.ui.users;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.component.notification.Notification;
import dev.latchkey.component.Confirmation;
import dev.latchkey.twofactor.code.SignInLock;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.identity.ui.ChangeAddressDialog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An administrator's actions on one user, as a menu or as buttons. */
public class UserActions {

    /** Actions that do not reduce the user's access. */
    private static final Set<String> HARMLESS = Set.of("users.unlock", "users.allow-password-reset");

    private final Component view;
    private final long actorId;
    private final UserServices services;
    private final StepUpGate gate;
    private final Runnable whenDone;

    /**
     * Creates the actions of a page.
     *
     * @param whenDone shows the user again after each
     */
    public UserActions(Component view, long actorId, UserServices services, StepUpGate gate, Runnable whenDone) {
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
        of(member).forEach(action -> {
            var item = menu.addItem(text(action.key()), click -> action.run().run());
            if (action.destructive()) {
                item.addClassName("danger-item");
            }
        });
        return more;
    }

    /** As buttons; the page that shows them shows the sessions, too. */
    public List<Button> buttons(Member member) {
        return of(member).stream()
                .filter(action -> !action.key().equals("users.sessions"))
                .map(action -> {
                    var button =
                            new Button(text(action.key()), click -> action.run().run());
                    if (action.destructive()) {
                        button.addThemeVariants(ButtonVariant.ERROR);
                    }
                    return button;
                })
                .toList();
    }

    private List<UserAction> of(Member member) {
        var actions = new ArrayList<UserAction>();
        actions.add(UserAction.of(
                "users.edit",
                () -> new EditUserDialog(actorId, member, services.groups(), services.administration(), gate, whenDone)
                        .open()));
        actions.add(UserAction.of("address-change.title", () -> changeAddress(member)));
        if (member.status() == UserStatus.ACTIVE) {
            actions.add(UserAction.of(
                    "users.sessions",
                    () -> new SessionsDialog(actorId, member, services.sessions(), services.browsers(), gate).open()));
        }
        if (member.lock() != SignInLock.NONE) {
            actions.add(asked("users.unlock", member, () -> services.unlock().unlock(actorId, member.id())));
        }
        if (member.passwordResetWaits() && member.id() != actorId) {
            actions.add(asked(
                    "users.allow-password-reset",
                    member,
                    () -> services.passwordResetHold().end(actorId, member.id())));
        }
        actions.add(ofStatus(member));
        actions.add(asked(
                        "users.remove",
                        member,
                        () -> services.administration().remove(actorId, member.id(), member.status()))
                .inRed());
        return actions;
    }

    private UserAction ofStatus(Member member) {
        return switch (member.status()) {
            case INVITED ->
                UserAction.of(
                        "users.invite-again",
                        steppedUp(
                                "users.invite-again.done",
                                member,
                                () -> services.invitations().sendAgain(actorId, member.id())));
            case ACTIVE ->
                asked("users.disable", member, () -> services.administration().disable(actorId, member.id()))
                        .inRed();
            case DISABLED ->
                UserAction.of(
                        "users.enable",
                        steppedUp(
                                "users.enable.done",
                                member,
                                () -> services.administration().enable(actorId, member.id())));
        };
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

    private UserAction asked(String key, Member member, Runnable action) {
        return UserAction.of(key, () -> ask(key, member, steppedUp(key + ".done", member, action)));
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

    /** What an administrator can do to the user, by the key of its words. */
    private record UserAction(String key, Runnable run, boolean destructive) {

        static UserAction of(String key, Runnable run) {
            return new UserAction(key, run, false);
        }

        UserAction inRed() {
            return new UserAction(key, run, true);
        }
    }
}
