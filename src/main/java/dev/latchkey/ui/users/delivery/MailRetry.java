package dev.latchkey.ui.users.delivery;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.notification.Notification;
import dev.latchkey.mail.DeliveryStatus;
import dev.latchkey.mail.delivery.Delivery;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.twofactor.directory.MemberMails;
import dev.latchkey.user.access.StepUpGate;
import java.util.Optional;
import java.util.function.Predicate;

/** Offers to send again what was not accepted, whatever kind of mail it is. */
public class MailRetry {

    private final long actorId;
    private final MemberMails mails;
    private final StepUpGate gate;
    private final Predicate<Member> mayActOn;
    private final Runnable whenDone;

    /**
     * Creates the buttons of a page.
     *
     * @param mayActOn whether the actor has every permission of a user
     * @param whenDone shows the mails again after each
     */
    public MailRetry(long actorId, MemberMails mails, StepUpGate gate, Predicate<Member> mayActOn, Runnable whenDone) {
        this.actorId = actorId;
        this.mails = mails;
        this.gate = gate;
        this.mayActOn = mayActOn;
        this.whenDone = whenDone;
    }

    /** Sends that mail again; empty if it was not refused, or is not within the actor's reach. */
    public Optional<Button> of(Member member, Delivery mail) {
        if (mail.status() != DeliveryStatus.FAILED || !mayActOn.test(member)) {
            return Optional.empty();
        }
        var retry = new Button();
        retry.setText(retry.getTranslation("mails.retry"));
        retry.addThemeVariants(ButtonVariant.SMALL);
        retry.addClickListener(click -> gate.pass(() -> retry(retry, member, mail)));
        return Optional.of(retry);
    }

    private void retry(Button button, Member member, Delivery mail) {
        try {
            mails.retry(actorId, member.id(), mail.id());
            Notification.show(button.getTranslation("users.delivery.retried"));
        } finally {
            whenDone.run();
        }
    }
}
