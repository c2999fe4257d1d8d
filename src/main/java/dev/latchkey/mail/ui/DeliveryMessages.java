package dev.latchkey.mail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import dev.latchkey.component.Times;
import dev.latchkey.mail.delivery.Delivery;
import dev.latchkey.mail.delivery.DeliveryProblem;
import org.springframework.modulith.NamedInterface;

/** Describes the delivery of a mail, in the reader's language. */
@NamedInterface("ui")
public final class DeliveryMessages {

    private DeliveryMessages() {}

    /** In one line. */
    public static String state(Component view, Delivery delivery) {
        return switch (delivery.status()) {
            case SENT -> view.getTranslation("users.mail.sent", Times.text(UI.getCurrent(), delivery.at()));
            case FAILED ->
                isRefused(delivery)
                        ? view.getTranslation("users.mail.failed", reason(view, delivery))
                        : view.getTranslation("users.mail.given-up", reason(view, delivery));
            case WAITING ->
                delivery.problem() == null
                        ? view.getTranslation("users.mail.waiting")
                        : view.getTranslation("users.mail.again", reason(view, delivery));
            case SUPERSEDED -> "";
        };
    }

    /** Why it was not sent: the mail server's reply, or a sentence; empty if nothing has gone wrong. */
    public static String reason(Component view, Delivery delivery) {
        var problem = delivery.problem();
        if (problem == null) {
            // A node of an earlier version only records refusals
            return delivery.failure();
        }
        return switch (problem) {
            case REFUSED -> delivery.failure();
            case UNREACHABLE -> view.getTranslation("mail.problem.unreachable");
            case NOT_COMPOSED -> view.getTranslation("mail.problem.not-composed");
            case NO_ADDRESS -> view.getTranslation("mail.problem.no-address");
        };
    }

    private static boolean isRefused(Delivery delivery) {
        return delivery.problem() == null || delivery.problem() == DeliveryProblem.REFUSED;
    }
}
