package dev.latchkey.ui.users;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.shared.Tooltip;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.component.Confirmation;
import dev.latchkey.component.Times;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.StepUpGate;
import java.time.Instant;
import java.util.Optional;

/** Resets the two-factor authentication of one user of the grid. */
class TwoFactorResetLink {

    private final Component view;
    private final long actorId;
    private final UserServices services;
    private final StepUpGate gate;
    private final Runnable whenDone;

    TwoFactorResetLink(Component view, long actorId, UserServices services, StepUpGate gate, Runnable whenDone) {
        this.view = view;
        this.actorId = actorId;
        this.services = services;
        this.gate = gate;
        this.whenDone = whenDone;
    }

    /** The link that emails a new secret; if it is not available, it says why. */
    Component of(Member member) {
        var link = new Button(text("users.reset"), click -> askToReset(member));
        link.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        link.addClassName("wrapping");
        if (member.status() == UserStatus.ACTIVE && member.codeNeeded()) {
            return link;
        }
        link.setEnabled(false);
        var reason = text(
                member.status() == UserStatus.ACTIVE ? "users.reset.no-code-needed" : "users.reset.cannot-sign-in");
        // A disabled button is not focusable and explains nothing, so its wrapper does
        var explained = new Span(link);
        explained.getElement().setAttribute("tabindex", "0");
        explained.getElement().setAttribute("role", "group");
        explained.getElement().setAttribute("aria-label", text("users.reset") + ": " + reason);
        Tooltip.forComponent(explained).setText(reason);
        return explained;
    }

    private void askToReset(Member member) {
        services.administration().requireReach(member.id());
        var delivery = services.reset().delivery();
        var mailed = delivery == SecretDelivery.BY_EMAIL;
        var afterPassword = member.passwordJustReset();
        var question = mailed
                ? afterPassword ? "users.reset.question-after-password" : "users.reset.question"
                : afterPassword ? "users.reset.question-after-password-on-screen" : "users.reset.question-on-screen";
        Confirmation.confirmDestructive(
                view,
                text("users.reset"),
                text(question, member.displayName(), member.email()),
                text(mailed ? "users.reset.confirm" : "users.reset.confirm-on-screen"),
                () -> gate.pass(() -> reset(member, delivery)));
    }

    private void reset(Member member, SecretDelivery delivery) {
        try {
            var waitsUntil = services.reset().reset(actorId, member.id(), delivery);
            Notification.show(
                    delivery == SecretDelivery.BY_EMAIL
                            ? mailed(member, waitsUntil)
                            : text("users.reset.done-on-screen", member.displayName()));
        } finally {
            whenDone.run();
        }
    }

    private String mailed(Member member, Optional<Instant> waitsUntil) {
        return waitsUntil
                .map(then -> text("users.reset.done-later", member.displayName(), Times.text(UI.getCurrent(), then)))
                .orElseGet(() -> text("users.reset.done", member.displayName()));
    }

    private String text(String key, Object... arguments) {
        return view.getTranslation(key, arguments);
    }
}
