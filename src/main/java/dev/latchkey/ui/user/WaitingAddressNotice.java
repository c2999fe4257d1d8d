package dev.latchkey.ui.user;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import dev.latchkey.twofactor.directory.Member;
import dev.latchkey.ui.users.UserServices;
import dev.latchkey.user.access.StepUpGate;
import dev.latchkey.user.identity.WaitingAddress;
import java.time.Instant;

/** Says which address waits for the link sent to it, since when and by whom, and withdraws it. */
class WaitingAddressNotice extends Div {

    private final Member member;
    private final Instant now;

    /**
     * Creates the notice.
     *
     * @param whenDone shows the user again after the withdrawal
     */
    WaitingAddressNotice(
            long actorId,
            Member member,
            WaitingAddress waiting,
            UserServices services,
            StepUpGate gate,
            Instant now,
            Runnable whenDone) {
        this.member = member;
        this.now = now;
        addClassNames("notice", "waiting-address");
        add(
                new Span(words(waiting)),
                new Button(
                        getTranslation("user.waiting-address.withdraw"),
                        click -> gate.pass(() -> {
                            services.addresses().withdraw(actorId, member.id(), waiting.email());
                            Notification.show(getTranslation("address-change.withdrawn"));
                            whenDone.run();
                        })));
    }

    private String words(WaitingAddress waiting) {
        var since = UserTimes.text(this, waiting.requestedAt(), now);
        return waiting.actorId() == member.id() || waiting.actor().isEmpty()
                ? getTranslation("user.waiting-address", waiting.email(), since)
                : getTranslation("user.waiting-address.by", waiting.email(), since, waiting.actor());
    }
}
