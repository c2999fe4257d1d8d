package dev.latchkey.ui.access;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.shared.Tooltip;
import dev.latchkey.component.Confirmation;
import dev.latchkey.twofactor.Member;
import dev.latchkey.twofactor.TwoFactorReset;
import dev.latchkey.user.Invitations;
import dev.latchkey.user.UserAdministration;
import dev.latchkey.user.UserGroups;
import dev.latchkey.user.UserStatus;

/** What an administrator can do to one user of the grid. */
class UserDeeds {

    private final Component view;
    private final long actorId;
    private final UserGroups groups;
    private final Invitations invitations;
    private final UserAdministration users;
    private final TwoFactorReset reset;
    private final Runnable whenDone;

    UserDeeds(
            Component view,
            long actorId,
            UserGroups groups,
            Invitations invitations,
            UserAdministration users,
            TwoFactorReset reset,
            Runnable whenDone) {
        this.view = view;
        this.actorId = actorId;
        this.groups = groups;
        this.invitations = invitations;
        this.users = users;
        this.reset = reset;
        this.whenDone = whenDone;
    }

    /** The link that emails a new secret; where it makes no sense, it says why. */
    Component resetLink(Member member) {
        var link = new Button(
                text("users.reset"),
                click -> ask("users.reset", member, "users.reset.done", () -> reset.reset(actorId, member.id())));
        link.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        if (member.status() == UserStatus.ACTIVE && member.codeNeeded()) {
            return link;
        }
        link.setEnabled(false);
        var reason = text(
                member.status() == UserStatus.ACTIVE ? "users.reset.no-code-needed" : "users.reset.cannot-sign-in");
        // A disabled button tells nobody anything, what is around it does
        var explained = new Span(link);
        explained.getElement().setAttribute("tabindex", "0");
        explained.getElement().setAttribute("role", "group");
        explained.getElement().setAttribute("aria-label", text("users.reset") + ": " + reason);
        Tooltip.forComponent(explained).setText(reason);
        return explained;
    }

    /** Everything else, in a menu. */
    Component menu(Member member) {
        var more = new Button(new SvgIcon("icons/more.svg"));
        more.addThemeVariants(ButtonVariant.TERTIARY);
        more.setAriaLabel(text("users.more", member.displayName()));
        more.getElement().setAttribute("aria-haspopup", "menu");
        var menu = new ContextMenu(more);
        menu.setOpenOnClick(true);
        menu.addItem(text("users.edit"), click -> new EditUserDialog(actorId, member, groups, users, whenDone).open());
        switch (member.status()) {
            case INVITED ->
                menu.addItem(
                        text("users.invite-again"),
                        click -> perform(
                                "users.invite-again.done", member, () -> invitations.sendAgain(actorId, member.id())));
            case ACTIVE -> asked(menu, "users.disable", member, () -> users.disable(actorId, member.id()));
            case DISABLED ->
                menu.addItem(
                        text("users.enable"),
                        click -> perform("users.enable.done", member, () -> users.enable(actorId, member.id())));
        }
        asked(menu, "users.remove", member, () -> users.remove(actorId, member.id()));
        return more;
    }

    private void asked(ContextMenu menu, String key, Member member, Runnable deed) {
        menu.addItem(text(key), click -> ask(key, member, key + ".done", deed));
    }

    private void ask(String key, Member member, String doneKey, Runnable deed) {
        Confirmation.ask(
                view,
                text(key),
                text(key + ".question", member.displayName(), member.email()),
                text(key + ".confirm"),
                () -> perform(doneKey, member, deed));
    }

    private void perform(String doneKey, Member member, Runnable deed) {
        try {
            deed.run();
            Notification.show(text(doneKey, member.displayName()));
        } finally {
            whenDone.run();
        }
    }

    private String text(String key, Object... arguments) {
        return view.getTranslation(key, arguments);
    }
}
