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
 * Lines that say how the latest mail to each user stands. They change by themselves while one is on its way; the rows around them
 * stay as they are, and with them the focus, the selection and an open menu.
 */
class DeliveryLines {

    private final Component page;
    private final Function<Collection<Long>, Map<Long, Delivery>> source;
    private final Map<Long, Delivery> latest = new HashMap<>();
    private final Set<Line> shown = new LinkedHashSet<>();
    private final DeliveryPolling polling;

    /**
     * Makes them for a page.
     *
     * @param source finds the latest mail to each of some users
     */
    DeliveryLines(Component page, Function<Collection<Long>, Map<Long, Delivery>> source) {
        this.page = page;
        this.source = source;
        polling = new DeliveryPolling(page, this::refresh);
    }

    /** Reads how things stand with these users, before their lines are made. */
    void lookUp(List<Long> userIds) {
        latest.keySet().removeAll(userIds);
        latest.putAll(source.apply(userIds));
    }

    /** A line about the latest mail to a user; nothing is seen of it where there was none. */
    Component line(long userId) {
        return new Line(userId, UnaryOperator.identity());
    }

    /** As {@link #line(long)}, beginning with what it is about. */
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
            // What says the same is not said again to a screen reader
            var framed = text.isEmpty() ? "" : frame.apply(text);
            if (!framed.equals(getText())) {
                setText(framed);
            }
        }
    }
}
