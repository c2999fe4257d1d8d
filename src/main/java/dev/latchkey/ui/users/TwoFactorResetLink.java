package dev.latchkey.ui.users;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.notification.Notification;
import dev.latchkey.account.SecretDelivery;
import dev.latchkey.component.Confirmation;
import dev.latchkey.component.Times;
import dev.latchkey.component.UnavailableButton;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.user.UserStatus;
import dev.latchkey.user.access.StepUpGate;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** Resets the two-factor authentication of one user. */
public class TwoFactorResetLink {

    private final Component view;
    private final long actorId;
    private final UserServices services;
    private final StepUpGate gate;
    private final Predicate<Member> mayActOn;
    private final Runnable whenDone;

    /**
     * Creates the links of a page.
     *
     * @param mayActOn whether the actor has every permission of a user
     * @param whenDone shows the user again after each
     */
    public TwoFactorResetLink(
            Component view,
            long actorId,
            UserServices services,
            StepUpGate gate,
            Predicate<Member> mayActOn,
            Runnable whenDone) {
        this.view = view;
        this.actorId = actorId;
        this.services = services;
        this.gate = gate;
        this.mayActOn = mayActOn;
        this.whenDone = whenDone;
    }

    /** The link that emails a new secret; if it is not available, it says why. */
    public Button of(Member member) {
        var label = text("users.reset");
        var link = refusal(member)
                .<Button>map(key -> new UnavailableButton(label, text(key)))
                .orElseGet(() -> new Button(label, click -> askToReset(member)));
        link.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        link.addClassName("row-link");
        return link;
    }

    /** Why it is not available; empty if it is. */
    String reason(Member member) {
        return refusal(member).map(this::text).orElse("");
    }

    private Optional<String> refusal(Member member) {
        if (!mayActOn.test(member)) {
            return Optional.of("access.refused.user-beyond-reach");
        }
        if (member.status() != UserStatus.ACTIVE) {
            return Optional.of("users.reset.cannot-sign-in");
        }
        return member.codeNeeded() ? Optional.empty() : Optional.of("users.reset.no-code-needed");
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
