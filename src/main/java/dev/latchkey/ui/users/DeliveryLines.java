package dev.latchkey.ui.users;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.latchkey.mail.DeliveryStatus;
import dev.latchkey.mail.delivery.Delivery;
import dev.latchkey.mail.ui.DeliveryMessages;
import dev.latchkey.mail.ui.DeliveryPolling;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Lines about the latest mail to each user. They update automatically while a mail is being sent; the rows around them do not
 * change, so that the focus, the selection and an open menu stay.
 */
class DeliveryLines {

    private final Component page;
    private final Function<Collection<Long>, Map<Long, Delivery>> source;
    private final Map<Long, Delivery> latest = new HashMap<>();
    private final Set<Line> shown = new LinkedHashSet<>();
    private final DeliveryPolling polling;

    /**
     * Creates the lines of a page.
     *
     * @param source finds the latest mail to each of some users
     */
    DeliveryLines(Component page, Function<Collection<Long>, Map<Long, Delivery>> source) {
        this.page = page;
        this.source = source;
        polling = new DeliveryPolling(page, this::refresh);
    }

    /** Reads the mails of these users, before their lines are created. */
    void lookUp(List<Long> userIds) {
        latest.keySet().removeAll(userIds);
        latest.putAll(source.apply(userIds));
    }

    /** A line about the latest mail to a user; invisible if there was none. */
    Component line(long userId) {
        return new Line(userId, UnaryOperator.identity());
    }

    /** Like {@link #line(long)}, beginning with its subject. */
    Component line(long userId, String headerKey) {
        return new Line(userId, text -> page.getTranslation("grid.line", page.getTranslation(headerKey), text));
    }

    private void refresh() {
        lookUp(shown.stream().map(line -> line.userId).distinct().toList());
        List.copyOf(shown).forEach(Line::show);
        pace();
    }

    private void pace() {
        var mails = new ArrayList<Delivery>();
        shown.forEach(line -> {
            var mail = latest.get(line.userId);
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

    private final class Line extends Span {

        private final long userId;
        private final UnaryOperator<String> frame;

        private Line(long userId, UnaryOperator<String> frame) {
            this.userId = userId;
            this.frame = frame;
            addClassName("row-line");
            show();
            addAttachListener(attached -> {
                shown.add(this);
                pace();
            });
            addDetachListener(detached -> {
                shown.remove(this);
                pace();
            });
        }

        private void show() {
            var mail = latest.get(userId);
            var text = mail == null ? "" : DeliveryMessages.state(page, mail);
            setVisible(!text.isEmpty());
            // An unchanged text is not announced again by screen readers
            var framed = text.isEmpty() ? "" : frame.apply(text);
            if (!framed.equals(getText())) {
                setText(framed);
            }
        }
    }
}
