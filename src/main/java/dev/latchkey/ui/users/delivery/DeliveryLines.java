package dev.latchkey.ui.users.delivery;

import com.vaadin.flow.component.Component;
import dev.latchkey.mail.DeliveryStatus;
import dev.latchkey.mail.delivery.Delivery;
import dev.latchkey.mail.ui.DeliveryMessages;
import dev.latchkey.mail.ui.DeliveryPolling;
import dev.latchkey.twofactor.directory.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Marks about the latest mail to each user. They update automatically while a mail is being sent; the rows around them do not
 * change, so that the focus, the selection and an open menu stay.
 */
public class DeliveryLines {

    private final Component page;
    private final MailRetry retry;
    private final Function<Collection<Long>, Map<Long, Delivery>> source;
    private final Map<Long, Delivery> latest = new HashMap<>();
    private final Set<DeliveryMark> shown = new LinkedHashSet<>();
    private final DeliveryPolling polling;

    /**
     * Creates the lines of a page.
     *
     * @param retry sends a refused mail again
     * @param source finds the latest mail to each of some users
     */
    public DeliveryLines(Component page, MailRetry retry, Function<Collection<Long>, Map<Long, Delivery>> source) {
        this.page = page;
        this.retry = retry;
        this.source = source;
        polling = new DeliveryPolling(page, this::refresh);
    }

    /** Reads the mails of these users, before their lines are created. */
    public void lookUp(List<Long> userIds) {
        latest.keySet().removeAll(userIds);
        latest.putAll(source.apply(userIds));
    }

    /** A mark about the latest mail to a user, if it has not been accepted. */
    public Component mark(Member member) {
        return followed(new DeliveryMark(member, retry));
    }

    /** The mark in words, after the address; only the address if there is no mark. */
    public String words(Member member) {
        var mail = latest.get(member.id());
        return mail == null || mail.status() == DeliveryStatus.SENT
                ? member.email()
                : page.getTranslation("grid.line", member.email(), DeliveryMessages.state(page, mail));
    }

    private DeliveryMark followed(DeliveryMark mark) {
        mark.show(latest.get(mark.userId()));
        mark.addAttachListener(attached -> {
            shown.add(mark);
            pace();
        });
        mark.addDetachListener(detached -> {
            shown.remove(mark);
            pace();
        });
        return mark;
    }

    private void refresh() {
        lookUp(shown.stream().map(DeliveryMark::userId).distinct().toList());
        List.copyOf(shown).forEach(mark -> mark.show(latest.get(mark.userId())));
        pace();
    }

    private void pace() {
        var mails = new ArrayList<Delivery>();
        shown.forEach(mark -> {
            var mail = latest.get(mark.userId());
            if (mail != null && mail.status() == DeliveryStatus.WAITING) {
                mails.add(mail);
            }
        });
        if (mails.isEmpty()) {
            polling.pace(DeliveryPolling.Pace.NEVER);
        } else {
            polling.pace(
                    mails.stream().anyMatch(Delivery::isLeaving)
                            ? DeliveryPolling.Pace.BRISK
                            : DeliveryPolling.Pace.PATIENT);
        }
    }
}
